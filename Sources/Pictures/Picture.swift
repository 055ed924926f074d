/// Whether the bytes of a file are a picture that browsers can show to its end.
package enum Picture {
    /// - Parameter file: one that is no SVG; that is text, and has faults of its own.
    /// - Returns: what is wrong, as the rest of a sentence about the file.
    package static func fault(of file: [UInt8]) -> String? {
        let bytes = ByteReader(file)
        let isWhole: Bool
        if bytes.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            isWhole = isWholePNG(bytes)
        } else if bytes.has("GIF87a") || bytes.has("GIF89a") {
            isWhole = isWholeGIF(bytes)
        } else if bytes.has([0xFF, 0xD8, 0xFF]) {
            isWhole = isWholeJPEG(file)
        } else if bytes.has("RIFF"), bytes.has("WEBP", at: 8) {
            isWhole = bytes.count > 20 && bytes.little(4, at: 4).map { $0 + 8 <= bytes.count } == true
        } else if bytes.has("ftypavif", at: 4) || bytes.has("ftypavis", at: 4) || bytes.has("ftypmif1", at: 4) {
            isWhole = isWholeAVIF(bytes)
        } else {
            return "is no picture: it begins as no AVIF, GIF, JPEG, PNG or WebP file does"
        }
        return isWhole ? nil : "ends too early: it is only a part of a picture; copy it again"
    }

    /// A row of chunks, of which the last is called so.
    private static func isWholePNG(_ bytes: ByteReader) -> Bool {
        var (place, hasPixels) = (8, false)
        while let length = bytes.big(4, at: place), place + 12 + length <= bytes.count {
            if bytes.has("IEND", at: place + 4) { return hasPixels }
            if bytes.has("IDAT", at: place + 4) { hasPixels = true }
            place += 12 + length
        }
        return false
    }

    /// A row of blocks. Browsers do without the last, so one complete picture is enough.
    private static func isWholeGIF(_ bytes: ByteReader) -> Bool {
        /// Of the colours that may follow a header.
        func colors(_ flags: Int) -> Int { flags & 0x80 == 0 ? 0 : 3 << (flags & 7 + 1) }
        guard let flags = bytes.big(1, at: 10) else { return false }
        var place = 13 + colors(flags)
        while let kind = bytes.big(1, at: place) {
            switch kind {
            case 0x21: place += 2
            case 0x2C:
                guard let flags = bytes.big(1, at: place + 9) else { return false }
                place += 11 + colors(flags)
            default: return false
            }
            while let length = bytes.big(1, at: place), length > 0 { place += 1 + length }
            guard bytes.big(1, at: place) == 0 else { return false }
            place += 1
            if kind == 0x2C { return true }
        }
        return false
    }

    /// The mark of the end stands after the first scan; other things may follow.
    private static func isWholeJPEG(_ file: [UInt8]) -> Bool {
        let bytes = ByteReader(file)
        var place = 2
        while bytes.big(1, at: place) == 0xFF, let marker = bytes.big(1, at: place + 1) {
            if marker == 0xFF {
                place += 1
                continue
            }
            guard let length = bytes.big(2, at: place + 2), length >= 2 else { return false }
            place += 2 + length
            // In a scan, a byte FF that is no mark is followed by 0.
            if marker == 0xDA { return place < file.count && file[place...].firstRange(of: [0xFF, 0xD9]) != nil }
        }
        return false
    }

    /// A row of boxes, of which the last may have no length: it goes to the end.
    private static func isWholeAVIF(_ bytes: ByteReader) -> Bool {
        var (place, hasMeta, hasPixels) = (0, false, false)
        while place < bytes.count {
            guard var length = bytes.big(4, at: place), place + 8 <= bytes.count else { return false }
            if bytes.has("meta", at: place + 4) { hasMeta = true }
            if bytes.has("mdat", at: place + 4) { hasPixels = true }
            if length == 0 { return hasMeta && hasPixels }
            if length == 1 {
                // Seven bytes of the eight are more than any file has.
                guard bytes.big(1, at: place + 8) == 0, let long = bytes.big(7, at: place + 9) else { return false }
                length = long
            }
            guard length >= 8, length <= bytes.count - place else { return false }
            place += length
        }
        return hasMeta && hasPixels
    }
}
