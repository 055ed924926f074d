/// The unguessable name of a hold, an order, a ticket or a payment: 128 random bits.
///
/// Whoever knows it may see what it names, so it never reaches a log: it has no useful description.
package struct Identifier<Named>: Hashable, Sendable {
    /// 26 characters of RFC 4648 Base32 in lower case.
    package let text: String

    package init(random source: inout some RandomNumberGenerator) {
        var bits: UInt128 = source.next()
        var characters: [UInt8] = []
        characters.reserveCapacity(Self.length)
        for _ in 0..<Self.length {
            characters.append(Self.alphabet[Int(truncatingIfNeeded: bits & 31)])
            bits >>= 5
        }
        text = String(decoding: characters, as: UTF8.self)
    }

    /// - Returns: `nil` if no identifier looks like `text`.
    package init?(_ text: String) {
        guard text.utf8.count == Self.length, text.utf8.allSatisfy(Self.alphabet.contains) else { return nil }
        self.text = text
    }

    /// Takes what a store wrote itself.
    init(stored text: String) {
        self.text = text
    }

    private static var length: Int { 26 }
    private static var alphabet: [UInt8] { Array("abcdefghijklmnopqrstuvwxyz234567".utf8) }
}

extension Identifier: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { "(\(Named.self) id)" }
    package var debugDescription: String { description }
}
