import Foundation

/// Text as search compares it: words without accents or case. `Public/assets/search/films.js` folds queries in the same
/// way; `Tests/TextTests/folding.json` is read by the tests of both.
package enum Folding {
    /// `Amélie` becomes `amelie`, `Straße` becomes `strasse`, `WALL·E` becomes `wall` and `e`.
    package static func words(of text: String) -> [String] { pieces(of: text).flatMap { $0 } }

    /// What stands for `&`, and for a `+` that stands alone: `Thelma & Louise`, `Romeo + Juliet`.
    package static let connective = "and"

    /// The words of each piece of a text between white space. What punctuation divides, some write as one word: those
    /// who look for `WALL·E` type `walle` as well (``compounds(of:)``).
    ///
    /// A text of signs alone, such as `…` or an emoji, is one word that no text of letters has.
    package static func pieces(of text: String) -> [[String]] {
        let pieces = pieces(ofLetters: text)
        guard pieces.isEmpty, let signs = signs(of: text) else { return pieces }
        return [[signs]]
    }

    /// What else a piece of several words is written as: `walle` for `WALL·E`; `att` as well as `atandt` for `AT&T`.
    package static func compounds(of piece: [String]) -> [String] {
        guard piece.count > 1 else { return [] }
        let joined = piece.joined()
        let withoutConnectives = piece.filter { $0 != connective }
        return withoutConnectives.count == piece.count || withoutConnectives.isEmpty
            ? [joined] : [joined, withoutConnectives.joined()]
    }

    private static func pieces(ofLetters text: String) -> [[String]] {
        var folding = FoldedPieces()
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            for byte in text.utf8 { folding.add(ascii: byte) }
        } else {
            for piece in text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
                for scalar in decomposed(piece).unicodeScalars { folding.add(scalar) }
                folding.endPiece()
            }
        }
        folding.endPiece()
        return folding.pieces
    }

    /// Punctuation and symbols as one word. Those of ASCII are moved to a range of their own, for some have a meaning in
    /// the names of the search's files.
    private static func signs(of text: String) -> String? {
        var word = String.UnicodeScalarView()
        for scalar in decomposed(text.unicodeScalars[...]).unicodeScalars {
            switch scalar.properties.generalCategory {
            case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
                .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
                let moved = Unicode.Scalar(0xE000 + scalar.value)
                word.append(scalar.isASCII ? moved ?? scalar : scalar)
            default: break
            }
        }
        return word.isEmpty ? nil : String(word)
    }

    /// `½` is apart from what stands before it: `8½` is eight and a half, not 81 and 2.
    private static func decomposed(_ piece: Substring.UnicodeScalarView) -> String {
        var spaced = String.UnicodeScalarView()
        for scalar in piece {
            if isFraction(scalar) { spaced.append("/") }
            spaced.append(scalar)
        }
        return String(spaced).decomposedStringWithCompatibilityMapping
    }

    private static func isFraction(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xBC...0xBE, 0x2150...0x215E, 0x2189: true
        default: false
        }
    }
}

/// Puts words together, sign by sign.
private struct FoldedPieces {
    private(set) var pieces: [[String]] = []
    private var piece: [String] = []
    private var word = ""
    /// How many signs the piece has that are no letters, and whether the last is a plus.
    private var others = (count: 0, isPlus: false)

    mutating func add(ascii byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): append(byte | 0x20)
        case 0x09...0x0D, 0x20: endPiece()
        default: end(with: Unicode.Scalar(byte))
        }
    }

    /// Ends a word with a sign that is no letter.
    private mutating func end(with sign: Unicode.Scalar) {
        endWord()
        others = (others.count + 1, sign == "+")
        if sign == "&" { piece.append(Folding.connective) }
    }

    /// - Parameter scalar: of a text in the normal form NFKD.
    mutating func add(_ scalar: Unicode.Scalar) {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format:
            break
        case .decimalNumber:
            append(UInt8(ascii: "0") + UInt8(properties.numericValue ?? 0))
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
            .otherNumber:
            if Self.isSilent(scalar) { break }
            // Scripts that write no spaces would make one word of a whole title.
            if properties.isIdeographic { endWord() }
            for letter in properties.lowercaseMapping.unicodeScalars { append(letter) }
            if properties.isIdeographic { endWord() }
        default:
            end(with: scalar)
        }
    }

    mutating func endPiece() {
        endWord()
        if piece.isEmpty, others == (1, true) { piece = [Folding.connective] }
        if !piece.isEmpty { pieces.append(piece) }
        (piece, others) = ([], (0, false))
    }

    private mutating func endWord() {
        if !word.isEmpty { piece.append(word) }
        word = ""
    }

    private mutating func append(_ ascii: UInt8) { word.unicodeScalars.append(Unicode.Scalar(ascii)) }

    /// Letters that have no decomposition are spelt as slugs spell them.
    private mutating func append(_ letter: Unicode.Scalar) {
        switch letter {
        case "a"..."z": word.unicodeScalars.append(letter)
        case "ς": word += "σ"
        default:
            if let plain = LatinLetters.plain(letter) { word += plain } else { word.unicodeScalars.append(letter) }
        }
    }

    /// Letters that are apostrophes, as in `Hawaiʻi`, and the dash that only stretches an Arabic word.
    private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
        (0x2B9...0x2BF).contains(scalar.value) || scalar.value == 0x640
    }
}
