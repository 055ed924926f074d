/// A title as it is set: without what cannot be seen, in pieces between which a line may end.
struct TitleText {
    struct Piece {
        var letters: [Character]
        /// In hundredths of the type's size.
        var width: Int
        var hasSpaceBefore: Bool

        init(_ letters: [Character], hasSpaceBefore: Bool, in typeface: Typeface) {
            self.letters = letters
            self.hasSpaceBefore = hasSpaceBefore
            width = letters.reduce(0) { $0 + LetterWidth.of($1, in: typeface) }
        }
    }

    let typeface: Typeface
    private(set) var pieces: [Piece] = []
    private(set) var isRightToLeft = false
    /// Whether only the beginning of the title is here.
    private(set) var isCut = false

    /// More than anyone reads on a poster; in scalars, for a letter may carry any number of marks.
    private static let limit = 150

    init(_ title: String, in typeface: Typeface = .sans, inCapitals: Bool = false) {
        self.typeface = typeface
        var kept = String.UnicodeScalarView()
        var count = 0
        var isAtSpace = true
        for scalar in title.unicodeScalars {
            if count == Self.limit {
                isCut = true
                break
            }
            if scalar.properties.isWhitespace {
                if !isAtSpace { kept.append(" ") }
                isAtSpace = true
            } else if Self.isVisible(scalar) {
                kept.append(scalar)
                isAtSpace = false
            } else {
                continue
            }
            count += 1
        }
        isRightToLeft = kept.lazy.compactMap(Self.isRightToLeft).first ?? false
        let text = String(kept)
        // Capitals of other scripts depend on the language, which nobody has told.
        split(inCapitals && text.utf8.allSatisfy { $0 < 0x80 } ? text.uppercased() : text)
    }

    private mutating func split(_ text: String) {
        var letters: [Character] = []
        var (isAfterSpace, isOpen) = (false, false)
        func isSquare(_ letter: Character) -> Bool { letter.unicodeScalars.first.map(LetterWidth.isFullWidth) ?? false }
        func end(_ pieces: inout [Piece]) {
            if !letters.isEmpty {
                pieces.append(Piece(letters, hasSpaceBefore: isAfterSpace && !pieces.isEmpty, in: typeface))
            }
            (letters, isAfterSpace) = ([], false)
        }
        for letter in text {
            if letter == " " {
                end(&pieces)
                (isAfterSpace, isOpen) = (true, false)
                continue
            }
            // A line may end before a square letter and after it, but does not begin with a mark that closes.
            if let last = letters.last, isSquare(letter) || isSquare(last), !isOpen, !Self.closing.contains(letter) {
                end(&pieces)
            }
            letters.append(letter)
            isOpen = Self.opening.contains(letter)
        }
        end(&pieces)
    }

    private static let opening: Set<Character> = ["「", "『", "（", "《", "〈", "【", "“", "‘"]
    private static let closing: Set<Character> = [
        "」", "』", "）", "》", "〉", "】", "。", "、", "，", "．", "！", "？", "：", "；", "…", "ー", "・", "”", "’", ".", ",",
    ]

    /// Controls have no place in XML, and marks that turn the direction of text would turn what follows, too.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .surrogate, .unassigned, .privateUse: false
        // These two join letters, or keep them apart.
        case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
        default: true
        }
    }

    /// - Returns: `nil` for what has no direction of its own, such as digits.
    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool? {
        switch scalar.value {
        case 0x0590..<0x0900, 0xFB1D..<0xFE00, 0xFE70..<0xFF00, 0x1_0800..<0x1_1000, 0x1_E800..<0x1_F000: true
        default: scalar.properties.isAlphabetic ? false : nil
        }
    }
}
