/// Text that tells one thing from all others of its kind: a seat in its room, a showtime, a ticket type.
///
/// Keys are the same if their bytes are, which is what SQLite and JavaScript mean by it. Swift calls texts the same that
/// Unicode calls equivalent, and so a chair could be sold once as `K5` and once more with the sign for kelvin. Therefore text
/// becomes a key at the border alone, where it is brought to its normal form and checked (``KeyRule``); and each kind of
/// key is a type of its own, so that none is taken for another.
package struct Key<Named: Keyed>: Sendable {
    package let text: String

    /// - Throws: why no key looks like `text`.
    package init(checking text: String) throws(KeyProblem) {
        let text = text.inNormalForm
        try Named.keyRule.check(text)
        self.text = text
    }

    /// - Returns: `nil` if no key looks like `text`.
    package init?(_ text: String) {
        guard let key = try? Self(checking: text) else { return nil }
        self = key
    }

    /// Takes what was a key before it was written down.
    package init(stored text: String) {
        self.text = text
    }

    /// - Throws: why no key looks like this, where it was ``init(stored:)`` by somebody else.
    package func check() throws(KeyProblem) {
        _ = try Self(checking: text)
    }
}

/// A thing that is known by a ``Key``.
package protocol Keyed {
    static var keyRule: KeyRule { get }
}

extension Key: Hashable {
    package static func == (left: Key, right: Key) -> Bool { left.text.hasBytes(of: right.text) }

    package func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

/// In the order of SQLite.
extension Key: Comparable {
    package static func < (left: Key, right: Key) -> Bool { left.text.utf8.lexicographicallyPrecedes(right.text.utf8) }
}

extension Key: CustomStringConvertible {
    package var description: String { text }
}

/// A literal is the programmer's own word for it.
extension Key: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) {
        self.init(stored: text.inNormalForm)
    }
}

/// As text, also where it is the key of a dictionary.
extension Key: Codable, CodingKeyRepresentable {
    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    package init(from decoder: any Decoder) throws {
        self.init(stored: try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package init?(codingKey: some CodingKey) {
        self.init(stored: codingKey.stringValue)
    }

    package var codingKey: any CodingKey { Name(stringValue: text) }
}
