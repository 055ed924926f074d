import Foundation

/// Reads HTML as our templates write it, and refuses what a browser would have to guess at: attributes without quotes,
/// a `<` or `&` that means itself.
struct HTMLTokens {
    struct Attribute {
        let name: String
        let value: String
    }

    enum Token {
        case start(String, [Attribute])
        case end(String)
        case comment
        case text(String)
        /// What stands in a `script` or `style` element, as it is.
        case script(String, isData: Bool)
    }

    private var rest: Substring.UTF8View
    /// The element whose content has no tags, and whether that content is data for programs.
    private var raw: (name: String, isData: Bool)?

    private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": "\u{A0}"]
    private static let codes: Set<String> = ["script", "style"]
    /// Their content is text in which `<` means itself.
    private static let plain: Set<String> = ["title", "textarea"]

    init(_ html: String) {
        rest = Substring(html).utf8
    }

    mutating func next() throws -> Token? {
        if let raw { return try content(of: raw) }
        guard let first = rest.first else { return nil }
        guard first == UInt8(ascii: "<") else {
            return .text(try Self.decoded(take(until: "<")))
        }
        if starts("<!--") {
            guard let end = Substring(rest).firstRange(of: "-->") else { throw ReadingError("a comment never ends") }
            rest = rest[end.upperBound...]
            return .comment
        }
        rest.removeFirst()
        if rest.first == UInt8(ascii: "!") {
            return .start(take(until: ">", andThat: 1), [])
        }
        if rest.first == UInt8(ascii: "/") {
            rest.removeFirst()
            return .end(take(until: ">", andThat: 1))
        }
        return try startTag()
    }

    private mutating func startTag() throws -> Token {
        let name = take(until: { !Self.isName($0) })
        guard !name.isEmpty else { throw ReadingError("a '<' that begins no tag, before '\(excerpt)'") }
        var attributes: [Attribute] = []
        while true {
            _ = take(until: { !Self.isSpace($0) })
            guard let sign = rest.first else { throw ReadingError("the tag '\(name)' never ends") }
            if sign == UInt8(ascii: ">") || starts("/>") { break }
            attributes.append(try attribute(of: name))
        }
        let closesItself = starts("/>")
        rest = rest.dropFirst(closesItself ? 2 : 1)
        if !closesItself, Self.codes.contains(name) || Self.plain.contains(name) {
            raw = (name, attributes.contains { $0.name == "type" && $0.value.hasSuffix("json") })
        }
        return .start(name, attributes)
    }

    private mutating func attribute(of element: String) throws -> Attribute {
        let name = take(until: { !Self.isName($0) })
        guard !name.isEmpty else { throw ReadingError("'\(excerpt)' in the tag '\(element)'") }
        guard rest.first == UInt8(ascii: "=") else { return Attribute(name: name, value: "") }
        rest.removeFirst()
        guard rest.first == UInt8(ascii: "\"") else { throw ReadingError("'\(name)' of '\(element)' has no quotes") }
        rest.removeFirst()
        return Attribute(name: name, value: try Self.decoded(take(until: "\"", andThat: 1)))
    }

    private mutating func content(of raw: (name: String, isData: Bool)) throws -> Token? {
        guard let end = Substring(rest).firstRange(of: "</\(raw.name)>") else {
            throw ReadingError("the element '\(raw.name)' never ends")
        }
        let content = String(Substring(rest[..<end.lowerBound]))
        rest = rest[end.lowerBound...]
        self.raw = nil
        if Self.plain.contains(raw.name) { return .text(try Self.decoded(content)) }
        return content.isEmpty && !raw.isData ? try next() : .script(content, isData: raw.isData)
    }

    // MARK: Signs

    private var excerpt: String { String(decoding: rest.prefix(40), as: UTF8.self) }

    private func starts(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { rest.starts(with: $0) }
    }

    private mutating func take(until ends: (UInt8) -> Bool) -> String {
        let end = rest.firstIndex(where: ends) ?? rest.endIndex
        defer { rest = rest[end...] }
        return String(Substring(rest[..<end]))
    }

    /// Takes all signs up to one, and as many of those from it on.
    private mutating func take(until sign: Unicode.Scalar, andThat more: Int = 0) -> String {
        let length = rest.withContiguousStorageIfAvailable { signs -> Int in
            guard let start = signs.baseAddress, let found = memchr(start, Int32(sign.value), signs.count) else {
                return signs.count
            }
            return UnsafeRawPointer(found) - UnsafeRawPointer(start)
        }
        let end = rest.index(rest.startIndex, offsetBy: length ?? rest.count)
        defer { rest = rest[end...].dropFirst(more) }
        return String(Substring(rest[..<end]))
    }

    private static func isName(_ sign: UInt8) -> Bool {
        !isSpace(sign) && !"<>\"'=/".utf8.contains(sign)
    }

    private static func isSpace(_ sign: UInt8) -> Bool { [9, 10, 12, 13, 32].contains(sign) }

    /// Text with its entities replaced by what they mean.
    private static func decoded(_ text: String) throws -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let parts = text.split(separator: "&", omittingEmptySubsequences: false)
        return try parts.dropFirst().reduce(into: String(parts[0])) { result, part in
            guard let end = part.firstIndex(of: ";"), let meaning = meaning(of: part[..<end]) else {
                throw ReadingError("a '&' that begins no entity, before '\(part.prefix(20))'")
            }
            result += meaning + part[part.index(after: end)...]
        }
    }

    private static func meaning(of entity: Substring) -> String? {
        guard entity.hasPrefix("#") else { return entities[String(entity)] }
        let code = entity.dropFirst()
        let number = code.hasPrefix("x") ? UInt32(code.dropFirst(), radix: 16) : UInt32(code)
        return number.flatMap(Unicode.Scalar.init).map { String($0) }
    }
}
