/// A latitude or a longitude as tables write it, in degrees: `-33.9`, `33.9 S`, `33.9° south`, `W 0.12`.
///
/// A word that is not understood may be a direction in another language: `33.9 ю.ш.` is as far south as it would be north.
package enum Coordinate {
    package enum Axis: String, Sendable {
        case latitude
        case longitude

        var range: ClosedRange<Double> { self == .latitude ? -90...90 : -180...180 }

        /// What to write where it is not understood.
        var advice: String {
            switch self {
            case .latitude: "south of the equator it is below zero, such as -33.9, or 33.9 S in a table"
            case .longitude: "west of Greenwich it is below zero, such as -71.2, or 71.2 W in a table"
            }
        }

        fileprivate func isNegative(_ word: String) -> Bool? {
            switch (self, word) {
            case (.latitude, "n"), (.latitude, "north"), (.longitude, "e"), (.longitude, "east"): false
            case (.latitude, "s"), (.latitude, "south"), (.longitude, "w"), (.longitude, "west"): true
            default: nil
            }
        }
    }

    /// - Returns: the number with its sign; `nil` if anything in the text is not understood for certain, or said twice.
    package static func read(_ text: String, _ axis: Axis) -> String? {
        var scanner = Scanner(lexemes: Lexeme.read(text)[...], axis: axis)
        let before = scanner.takeDirection()
        let sign = scanner.takeSign()
        guard let number = scanner.takeNumber() else { return nil }
        scanner.takeUnit()
        let after = scanner.takeDirection()
        let signs = [before, sign, after].compactMap(\.self)
        guard scanner.lexemes.isEmpty, signs.count <= 1 else { return nil }
        return signs.first == true && number != "0" ? "-" + number : number
    }

    private struct Scanner {
        var lexemes: ArraySlice<Lexeme>
        let axis: Axis

        /// `S`, `s.`, `South`: whether it makes the number one below zero.
        mutating func takeDirection() -> Bool? {
            skip(" ")
            guard case .word(let word)? = lexemes.first, let isNegative = axis.isNegative(word) else { return nil }
            lexemes.removeFirst()
            skip(".")
            skip(" ")
            return isNegative
        }

        mutating func takeSign() -> Bool? {
            if skip("-") || skip("−") { return true }
            return skip("+") ? false : nil
        }

        mutating func takeNumber() -> String? {
            guard case .number(let number)? = lexemes.first else { return nil }
            lexemes.removeFirst()
            return DecimalNumber.plain(number)
        }

        mutating func takeUnit() {
            skip(" ")
            if skip("°") { return }
            // The last one is what some keyboards have for the sign of degrees; to Unicode it is a letter.
            guard case .word(let word)? = lexemes.first, ["deg", "degree", "degrees", "º"].contains(word) else {
                return
            }
            lexemes.removeFirst()
            skip(".")
        }

        @discardableResult
        private mutating func skip(_ sign: Character) -> Bool {
            guard lexemes.first == .sign(sign) else { return false }
            lexemes.removeFirst()
            return true
        }
    }
}
