/// Cuts the text of a template into pieces: text, and tags between delimiters.
struct TemplateScanner {
    enum Piece {
        case text(Substring)
        case tag(Tag)
    }

    struct Tag {
        enum Kind {
            case variable, raw, section, inverted, end, partial, parent, block
            /// Comments and changes of delimiters leave nothing behind.
            case silent
        }

        let kind: Kind
        let name: String
        let position: TagPosition
        /// What stands before the tag on its line, if the tag stands alone there and the line goes with it.
        var indentation: String?
    }

    private let file: String
    private var rest: Substring
    private var line = 1
    private var column = 1
    private var open = "{{"
    private var close = "}}"

    init(_ text: String, file: String) {
        self.file = file
        rest = text[...]
    }

    /// - Throws: ``TemplateError``.
    static func pieces(of text: String, file: String) throws -> [Piece] {
        // Text and tags are compared sign by sign, where "\r\n" would count as one that is neither.
        var scanner = TemplateScanner(text.replacing("\r\n", with: "\n"), file: file)
        var pieces: [Piece] = []
        while let piece = try scanner.next() { pieces.append(piece) }
        return removingStandaloneLines(from: pieces)
    }

    private mutating func next() throws -> Piece? {
        guard !rest.isEmpty else { return nil }
        if !rest.hasPrefix(open) {
            let end = rest.firstRange(of: open)?.lowerBound ?? rest.endIndex
            return .text(take(upTo: end))
        }
        return .tag(try takeTag())
    }

    private mutating func takeTag() throws -> Tag {
        let position = TagPosition(file: file, line: line, column: column)
        skip(open.count)
        let sign = rest.first
        let (kind, hasSign): (Tag.Kind, Bool) =
            switch sign {
            case "#": (.section, true)
            case "^": (.inverted, true)
            case "/": (.end, true)
            case ">": (.partial, true)
            case "<": (.parent, true)
            case "$": (.block, true)
            case "!", "=": (.silent, true)
            case "&", "{": (.raw, true)
            default: (.variable, false)
            }
        if hasSign { skip(1) }
        let closing =
            switch sign {
            case "{" where open == "{{": "}}}"
            case "=": "=" + close
            default: close
            }
        guard let end = rest.firstRange(of: closing) else {
            throw position.error("this tag is never closed with '\(closing)'")
        }
        let content = take(upTo: end.lowerBound).trimmingSpace()
        skip(closing.count)
        if sign == "=" { try changeDelimiters(String(content), position) }
        guard kind != .silent else { return Tag(kind: .silent, name: "", position: position) }
        guard !content.isEmpty, !content.contains(where: \.isWhitespace) else {
            throw position.error(
                content.isEmpty ? "this tag is empty" : "'\(content)' is no name: a name has no spaces")
        }
        return Tag(kind: kind, name: String(content), position: position)
    }

    private mutating func changeDelimiters(_ content: String, _ position: TagPosition) throws {
        let delimiters = content.split(whereSeparator: \.isWhitespace)
        guard delimiters.count == 2, !content.contains("=") else {
            throw position.error("two delimiters must stand between the '=' signs, as in {{=<% %>=}}")
        }
        open = String(delimiters[0])
        close = String(delimiters[1])
    }

    private mutating func skip(_ count: Int) {
        _ = take(upTo: rest.index(rest.startIndex, offsetBy: count, limitedBy: rest.endIndex) ?? rest.endIndex)
    }

    private mutating func take(upTo end: Substring.Index) -> Substring {
        let taken = rest[..<end]
        rest = rest[end...]
        for sign in taken {
            if sign == "\n" {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        return taken
    }
}

extension Substring {
    fileprivate func trimmingSpace() -> Substring {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return start[...last]
    }
}
