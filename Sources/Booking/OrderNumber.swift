/// The public name of an order: short enough to be told by telephone, and good for nothing but finding it.
///
/// Eight signs of which no two look or sound much alike; the last is a check, so that a wrong sign or two signs in the
/// wrong order are no number of any order.
package struct OrderNumber: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    private static let length = 8
    /// No vowels, so that no word is spelt. How many there are is a prime: that makes the check complete.
    private static let alphabet = Array("23456789CDFHJKMPQRTVWXY".utf8)

    package init(random source: inout some RandomNumberGenerator) {
        let signs = (1..<Self.length).map { _ in Int.random(in: 0..<Self.alphabet.count, using: &source) }
        let check = (0..<Self.alphabet.count).first { Self.isWhole(signs + [$0]) } ?? 0
        text = String(decoding: (signs + [check]).map { Self.alphabet[$0] }, as: UTF8.self)
    }

    /// Draws until there is one that no order has.
    package static func unused(
        _ source: inout some RandomNumberGenerator, isUsed: (OrderNumber) throws -> Bool
    ) rethrows -> OrderNumber {
        while true {
            let number = OrderNumber(random: &source)
            if try !isUsed(number) { return number }
        }
    }

    /// Takes a number as people write it: in small letters too, and in groups.
    ///
    /// - Returns: `nil` if no order has such a number.
    package init?(_ text: String) {
        let signs = text.uppercased().utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
        let values = signs.compactMap { Self.alphabet.firstIndex(of: $0) }
        guard values.count == Self.length, signs.count == Self.length, Self.isWhole(values) else { return nil }
        self.text = String(decoding: signs, as: UTF8.self)
    }

    /// Takes what a store wrote itself.
    package init(stored text: String) {
        self.text = text
    }

    package var description: String { text }

    /// Each place has another weight, so the sum tells both a wrong sign and two that have changed places.
    private static func isWhole(_ values: [Int]) -> Bool {
        values.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element } % alphabet.count == 0
    }
}
