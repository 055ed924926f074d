/// The size of an SVG drawing, from the first tag that is called `svg`.
enum SVGSize {
    /// Comments and declarations that stand before the drawing are seldom longer.
    private static let searched = 16_384

    static func read(_ file: [UInt8]) -> ImageSize? {
        let text = String(decoding: file.prefix(searched), as: UTF8.self)
        guard let start = text.firstRange(of: "<svg")?.upperBound, let end = text[start...].firstIndex(of: ">") else {
            return nil
        }
        let tag = text[start..<end]
        if let width = length("width", in: tag), let height = length("height", in: tag) {
            return ImageSize(width: Int(width.rounded()), height: Int(height.rounded()))
        }
        let box = attribute("viewBox", in: tag)?.split { $0.isWhitespace || $0 == "," }.compactMap { Double($0) } ?? []
        // Without a length of its own a drawing is as large as one likes; its proportions are known all the same.
        guard box.count == 4, box[2] > 0, box[3] > 0, box[2] < 1e5, box[3] < 1e5 else { return nil }
        let scale = max(1, 400 / box[2])
        return ImageSize(width: Int((box[2] * scale).rounded()), height: Int(min(1e5, box[3] * scale).rounded()))
    }

    /// In pixels; `nil` for lengths that depend on where the drawing is shown.
    private static func length(_ name: String, in tag: Substring) -> Double? {
        guard var value = attribute(name, in: tag)?.trimmingPrefix(while: \.isWhitespace) else { return nil }
        if value.hasSuffix("px") { value = value.dropLast(2) }
        guard let length = Double(value), length >= 1, length < 1e5 else { return nil }
        return length
    }

    private static func attribute(_ name: String, in tag: Substring) -> Substring? {
        var rest = tag
        while let found = rest.firstRange(of: name) {
            let isWhole = found.lowerBound > tag.startIndex && tag[tag.index(before: found.lowerBound)].isWhitespace
            rest = rest[found.upperBound...]
            let value = rest.drop(while: \.isWhitespace)
            guard isWhole, value.first == "=" else { continue }
            let quoted = value.dropFirst().drop(while: \.isWhitespace)
            guard let quote = quoted.first, quote == "\"" || quote == "'" else { continue }
            return quoted.dropFirst().prefix { $0 != quote }
        }
        return nil
    }
}
