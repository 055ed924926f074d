import Crypto
package import Foundation
import Text

/// The unguessable name of a hold, an order, a ticket or a payment: 128 random bits.
///
/// Whoever knows it may see what it names, so it never reaches a log: it has no useful description. A store keeps its
/// ``digest`` instead, so that nobody who reads the store can buy, show or give back what is someone else's.
package struct Identifier<Named>: Hashable, Sendable {
    /// 26 digits of Base32 in small letters.
    package let text: String

    package init(random source: inout some RandomNumberGenerator) {
        self.init(bits: source.next())
    }

    /// The name that follows from another one, always the same: who knows the other knows this one, and not the reverse.
    ///
    /// - Parameter purpose: what this is to the other, such as "order of hold".
    init<Origin>(_ purpose: String, _ origin: Identifier<Origin>) {
        self.init(bits: sha256Prefix("marquee \(purpose)\n\(origin.text)"))
    }

    /// - Returns: `nil` if no identifier looks like `text`.
    package init?(_ text: String) {
        guard text.utf8.count == Self.length, text.utf8.allSatisfy({ Base32.value(of: $0, .small) != nil }) else {
            return nil
        }
        self.text = text
    }

    /// Takes what a store wrote itself.
    package init(stored text: String) {
        self.text = text
    }

    /// The lowest five bits come first, and not the highest as in ``Base32/encode(_:in:)``: the names that follow from
    /// others have been spelt so since there are stores that know them.
    private init(bits: UInt128) {
        var bits = bits
        var characters: [UInt8] = []
        characters.reserveCapacity(Self.length)
        for _ in 0..<Self.length {
            characters.append(Base32.digit(bits, .small))
            bits >>= 5
        }
        text = String(decoding: characters, as: UTF8.self)
    }

    /// What a store knows it by: 16 bytes of its SHA-256, from which nobody finds the way back.
    package var digest: Data {
        withUnsafeBytes(of: sha256Prefix("marquee id\n\(text)")) { Data($0) }
    }

    private static var length: Int { 26 }
}

extension Identifier: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { "(\(Named.self) id)" }
    package var debugDescription: String { description }
}

private func sha256Prefix(_ text: String) -> UInt128 {
    SHA256.hash(data: Data(text.utf8)).withUnsafeBytes { $0.loadUnaligned(as: UInt128.self) }
}
