import Text
import Yams

/// Reads a YAML document, keeping where each value stands.
///
/// - Throws: ``SyntaxProblem``.
func readYAML(_ text: String) throws -> SourceValue {
    do {
        guard let root = try Yams.compose(yaml: text) else { return SourceValue(.nothing, at: .start) }
        var converter = NodeConverter(text)
        return try converter.value(root)
    } catch let error as YamlError {
        throw SyntaxProblem(error)
    }
}

private struct NodeConverter {
    private let lines: YAMLLines
    /// A value takes at least a byte to write, an alias stands for many: beyond this, aliases of aliases multiply.
    private var remaining: Int

    init(_ text: String) {
        lines = YAMLLines(text)
        remaining = 10 * text.utf8.count + 1_000
    }

    /// What a value is anyway. Others, such as `!!binary`, make something else of the text.
    private static let tags = Set(
        [Tag.Name.implicit, .nonSpecific, .str, .seq, .map, .bool, .float, .null, .int, .timestamp].map(\.rawValue))

    /// - Parameter tag: as it is written; a node would first find out what it could be.
    private func requireUsual(_ tag: Tag, at position: Position) throws {
        guard Self.tags.contains(tag.rawValue) else {
            throw SyntaxProblem(
                position: position, message: "the tag '\(tag.rawValue)' is not read; write the value alone")
        }
    }

    mutating func value(_ node: Node) throws -> SourceValue {
        let position = Position(node.mark)
        remaining -= 1
        guard remaining > 0 else {
            throw SyntaxProblem(position: .start, message: "the aliases (*) of this document multiply without end")
        }
        switch node {
        case .scalar(let scalar):
            try requireUsual(scalar.tag, at: position)
            if scalar.style == .plain { try lines.requireNoComment(behind: scalar.string, at: position) }
            let isNothing = scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
            let block = scalar.style == .literal ? lines.block(after: position.line) : nil
            return SourceValue(
                isNothing ? .nothing : .text(scalar.string), at: position, blockAt: block,
                isBare: scalar.style == .plain)
        case .sequence(let sequence):
            try requireUsual(sequence.tag, at: position)
            return SourceValue(.list(try sequence.map { try value($0) }), at: position)
        case .mapping(let mapping):
            try requireUsual(mapping.tag, at: position)
            return SourceValue(.mapping(try mapping.map { try entry($0, $1) }), at: position)
        case .alias:
            throw SyntaxProblem(position: position, message: "this alias (*) names no anchor (&)")
        }
    }

    private mutating func entry(_ key: Node, _ node: Node) throws -> SourceValue.Entry {
        guard case .scalar(let name) = key else {
            throw SyntaxProblem(position: Position(key.mark), message: "a key must be plain text")
        }
        if name.string == "<<", name.style == .plain {
            throw SyntaxProblem(
                position: Position(key.mark), message: "'<<' is not read: write the fields out, or use an alias (*)")
        }
        return SourceValue.Entry(key: name.string, keyPosition: Position(key.mark), value: try value(node))
    }
}

extension Position {
    fileprivate init(_ mark: Mark?) {
        self.init(line: mark?.line ?? 1, column: mark?.column ?? 1)
    }
}

extension SyntaxProblem {
    fileprivate init(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(position: Position(mark), message: "this is not valid YAML: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.map { "'\($0)'" }.joined(separator: ", ")
            self.init(position: Position(context.mark), message: "this mapping has \(names) twice")
        case .reader(_, let offset, let value, let yaml):
            // Yams counts UTF-8 bytes here; one line after the other is looked at, for want of a place.
            let before = yaml.utf8.prefix(offset ?? 0)
            let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.filter { $0 & 0xC0 != 0x80 }.count
            let code = Unicode.Scalar(UInt32(clamping: value))?.codePoint ?? "a code"
            self.init(
                position: Position(line: before.filter { $0 == UInt8(ascii: "\n") }.count + 1, column: column + 1),
                message: "YAML has no control characters, this is \(code)"
            )
        default:
            self.init(position: .start, message: "this is not valid YAML: \(error)")
        }
    }
}
