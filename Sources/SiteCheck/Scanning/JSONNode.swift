import Markup
import Text

/// A value of a JSON text that was scanned.
struct JSONNode {
    private let bytes: [UInt8]
    private let tokens: [JSONScanner.Token]
    private let token: Int

    /// The whole text.
    init(_ bytes: [UInt8], _ tokens: [JSONScanner.Token]) {
        self.init(bytes, tokens, 0)
    }

    private init(_ bytes: [UInt8], _ tokens: [JSONScanner.Token], _ token: Int) {
        self.bytes = bytes
        self.tokens = tokens
        self.token = token
    }

    var kind: JSONScanner.Kind { tokens[token].kind }
    var offset: Int { tokens[token].range.lowerBound }
    /// The text of a string as it is written, its escapes included; `nil` for anything else.
    var string: ByteText? { kind == .string ? bytes[tokens[token].range] : nil }

    var isNull: Bool { kind == .word && bytes[range].first == UInt8(ascii: "n") }
    var isFlag: Bool { kind == .word && !isNull }

    /// Whether it tells nothing: null, a text of blanks, an object or a list of nothing.
    var isEmpty: Bool {
        switch kind {
        case .string: bytes[range].trimmed.isEmpty
        case .word: isNull
        case .array: children.allSatisfy(\.isEmpty)
        case .object: children.isEmpty
        case .name, .number: false
        }
    }

    /// What a person would call it.
    var sort: String {
        switch kind {
        case .string: isEmpty ? "an empty text" : "a text"
        case .word: isNull ? "null" : "true or false"
        case .number: "a number"
        case .array: "a list"
        case .object: "an object"
        case .name: "a name"
        }
    }

    /// The values in an array; for any other value, itself: JSON-LD writes a list of one without brackets.
    var elements: [JSONNode] { kind == .array ? children : [self] }

    /// The members of an object, in their order.
    var members: [(name: String, value: JSONNode)] {
        guard kind == .object else { return [] }
        let all = children
        return stride(from: 0, to: all.count - 1, by: 2).map { (bytes[all[$0].range].text, all[$0 + 1]) }
    }

    subscript(name: String) -> JSONNode? { members.first { $0.name == name }?.value }

    private var range: Range<Int> { tokens[token].range }

    var children: [JSONNode] {
        var children: [JSONNode] = []
        var child = token + 1
        while child < tokens[token].next {
            children.append(JSONNode(bytes, tokens, child))
            child = tokens[child].next
        }
        return children
    }
}
