/// How large a picture is, in pixels, as its own first bytes tell.
package struct ImageSize: Codable, Hashable, Sendable {
    package let width: Int
    package let height: Int

    package init?(width: Int, height: Int) {
        guard (1...100_000).contains(width), (1...100_000).contains(height) else { return nil }
        self.width = width
        self.height = height
    }

    /// - Parameter file: a PNG, JPEG, GIF, WebP, AVIF or SVG file.
    /// - Returns: `nil` if it is none of these, or is damaged.
    package init?(of file: [UInt8]) {
        let bytes = ByteReader(file)
        guard
            let size = Self.png(bytes) ?? Self.gif(bytes) ?? Self.jpeg(bytes) ?? Self.webP(bytes) ?? Self.avif(bytes)
                ?? SVGSize.read(file)
        else { return nil }
        self = size
    }

    private static func png(_ bytes: ByteReader) -> ImageSize? {
        guard bytes.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.has("IHDR", at: 12),
            let width = bytes.big(4, at: 16), let height = bytes.big(4, at: 20)
        else { return nil }
        return ImageSize(width: width, height: height)
    }

    private static func gif(_ bytes: ByteReader) -> ImageSize? {
        guard bytes.has("GIF8"), let width = bytes.little(2, at: 6), let height = bytes.little(2, at: 8) else {
            return nil
        }
        return ImageSize(width: width, height: height)
    }

    /// A chain of segments; the one with the size comes before the picture itself.
    private static func jpeg(_ bytes: ByteReader) -> ImageSize? {
        guard bytes.has([0xFF, 0xD8]) else { return nil }
        var place = 2
        var isTurned = false
        while let fill = bytes.big(1, at: place), let marker = bytes.big(1, at: place + 1) {
            guard fill == 0xFF else { return nil }
            if marker == 0xFF {
                place += 1
                continue
            }
            guard let length = bytes.big(2, at: place + 2), length >= 2 else { return nil }
            // Frames of all codings but for tables (C4), the reserved (C8) and arithmetic coding's conditions (CC).
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                guard let height = bytes.big(2, at: place + 5), let width = bytes.big(2, at: place + 7) else {
                    return nil
                }
                return isTurned ? ImageSize(width: height, height: width) : ImageSize(width: width, height: height)
            }
            if marker == 0xE1 { isTurned = isTurned || JPEGOrientation.isTurned(bytes, at: place + 4) }
            place += 2 + length
        }
        return nil
    }

    private static func webP(_ bytes: ByteReader) -> ImageSize? {
        guard bytes.has("RIFF"), bytes.has("WEBP", at: 8) else { return nil }
        if bytes.has("VP8X", at: 12), let width = bytes.little(3, at: 24), let height = bytes.little(3, at: 27) {
            return ImageSize(width: width + 1, height: height + 1)
        }
        if bytes.has("VP8L", at: 12), bytes.big(1, at: 20) == 0x2F, let bits = bytes.little(4, at: 21) {
            return ImageSize(width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1)
        }
        if bytes.has("VP8 ", at: 12), bytes.has([0x9D, 0x01, 0x2A], at: 23), let width = bytes.little(2, at: 26),
            let height = bytes.little(2, at: 28)
        {
            // The two upper bits of each ask for a larger display.
            return ImageSize(width: width & 0x3FFF, height: height & 0x3FFF)
        }
        return nil
    }

    /// The largest of the extents (`ispe`) that the file's items have: a picture may be made of tiles, and has a
    /// small preview at times.
    private static func avif(_ bytes: ByteReader) -> ImageSize? {
        guard bytes.has("ftyp", at: 4), let end = bytes.big(4, at: 0), (16...1_024).contains(end),
            stride(from: 8, to: end, by: 4).contains(where: { bytes.has("avif", at: $0) || bytes.has("avis", at: $0) })
        else { return nil }
        var largest: ImageSize?
        // All that describes the picture comes before its data, most often within the first kilobyte.
        for place in end..<max(end, min(bytes.count - 15, end + 65_536)) where bytes.has("ispe", at: place) {
            guard let width = bytes.big(4, at: place + 8), let height = bytes.big(4, at: place + 12),
                let size = ImageSize(width: width, height: height)
            else { continue }
            if size.width * size.height > largest.map({ $0.width * $0.height }) ?? 0 { largest = size }
        }
        return largest
    }
}
