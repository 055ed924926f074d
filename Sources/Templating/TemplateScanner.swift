/// Cuts the text of a template into pieces: text, and tags between delimiters.
struct TemplateScanner {
    private let file: String
    /// Bytes, because to Swift a line feed after a carriage return is no line feed.
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var lineStart = 0
    private var open = Array("{{".utf8)
    private var close = Array("}}".utf8)

    private init(_ text: String, file: String) {
        self.file = file
        bytes = Array(text.utf8)
    }

    /// - Returns: text and tags in their order.
    /// - Throws: ``TemplateError``.
    static func pieces(of text: String, file: String) throws -> [TemplatePiece] {
        var scanner = TemplateScanner(text, file: file)
        var pieces: [TemplatePiece] = []
        while let piece = try scanner.next() { pieces.append(piece) }
        return pieces
    }

    private mutating func next() throws -> TemplatePiece? {
        guard index < bytes.count else { return nil }
        if bytes[index...].starts(with: open) { return .tag(try takeTag()) }
        var end = index
        while end < bytes.count, !bytes[end...].starts(with: open) {
            end += 1
            if bytes[end - 1] == UInt8(ascii: "\n") { break }
        }
        return .text(String(decoding: take(upTo: end), as: UTF8.self))
    }

    private mutating func takeTag() throws -> TemplateTag {
        let column = String(decoding: bytes[lineStart..<index], as: UTF8.self).count + 1
        let position = TagPosition(file: file, line: line, column: column)
        index += open.count
        let sign = index < bytes.count ? bytes[index] : 0
        let kind = Self.kinds[sign] ?? .variable
        if kind != .variable { index += 1 }
        let closing =
            switch sign {
            case UInt8(ascii: "{") where open == Array("{{".utf8): Array("}}}".utf8)
            case UInt8(ascii: "="): [sign] + close
            default: close
            }
        guard let end = bytes[index...].firstRange(of: closing)?.lowerBound else {
            throw position.error("this tag is never closed with '\(String(decoding: closing, as: UTF8.self))'")
        }
        let content = String(decoding: take(upTo: end), as: UTF8.self).split(whereSeparator: \.isWhitespace)
        index += closing.count
        if sign == UInt8(ascii: "=") { try changeDelimiters(content, position) }
        guard kind != .silent else { return TemplateTag(kind: .silent, name: "", position: position) }
        guard content.count == 1 else {
            let whole = content.joined(separator: " ")
            throw position.error(
                content.isEmpty ? "this tag is empty" : "'\(whole)' is no name: a name has no spaces")
        }
        return TemplateTag(kind: kind, name: String(content[0]), position: position)
    }

    private static let kinds: [UInt8: TemplateTag.Kind] = [
        UInt8(ascii: "#"): .section, UInt8(ascii: "^"): .inverted, UInt8(ascii: "/"): .end,
        UInt8(ascii: ">"): .partial, UInt8(ascii: "<"): .parent, UInt8(ascii: "$"): .block,
        UInt8(ascii: "!"): .silent, UInt8(ascii: "="): .silent, UInt8(ascii: "&"): .raw, UInt8(ascii: "{"): .raw,
    ]

    private mutating func changeDelimiters(_ delimiters: [Substring], _ position: TagPosition) throws {
        guard delimiters.count == 2, !delimiters.contains(where: { $0.contains("=") }) else {
            throw position.error("two delimiters must stand between the '=' signs, as in {{=<% %>=}}")
        }
        open = Array(delimiters[0].utf8)
        close = Array(delimiters[1].utf8)
    }

    private mutating func take(upTo end: Int) -> ArraySlice<UInt8> {
        let taken = bytes[index..<end]
        for position in taken.indices where taken[position] == UInt8(ascii: "\n") {
            line += 1
            lineStart = position + 1
        }
        index = end
        return taken
    }
}
