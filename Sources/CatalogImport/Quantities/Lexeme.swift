/// A piece of a cell's text, for those who look for numbers in it.
enum Lexeme: Equatable {
    /// ASCII digits, and what they stand in: `1,5` and `1'250` are one number each.
    case number(String)
    /// Letters, small.
    case word(String)
    /// Any other sign; all white space is one `" "`.
    case sign(Character)

    /// - Returns: the pieces in order. Digits of all scripts become ASCII ones; white space at the ends is left out.
    static func read(_ text: String) -> [Lexeme] {
        var lexemes: [Lexeme] = []
        var rest = asciiDigits(text.lowercased())[...]
        while let first = rest.first {
            if first.isWhitespace {
                rest = rest.drop(while: \.isWhitespace)
                if !rest.isEmpty, !lexemes.isEmpty { lexemes.append(.sign(" ")) }
            } else if isDigit(first) {
                lexemes.append(.number(takeNumber(&rest)))
            } else if first.isLetter {
                let word = rest.prefix { $0.isLetter }
                rest = rest.dropFirst(word.count)
                lexemes.append(.word(String(word)))
            } else {
                rest = rest.dropFirst()
                lexemes.append(.sign(first))
            }
        }
        return lexemes
    }

    /// Digits with single separators between them.
    private static func takeNumber(_ rest: inout Substring) -> String {
        var number = ""
        while let first = rest.first {
            if !isDigit(first) {
                guard ".,'’".contains(first), let next = rest.dropFirst().first, isDigit(next) else { break }
            }
            number.append(first == "’" ? "'" : first)
            rest = rest.dropFirst()
        }
        return number
    }

    /// By its code: as text, `5` with an accent lies between 0 and 9 too.
    private static func isDigit(_ character: Character) -> Bool {
        character.asciiValue.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }

    /// `４` and `٤` are `4`.
    private static func asciiDigits(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
                result.append(contentsOf: String(Int(value)).unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
