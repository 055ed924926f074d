/// How wide a letter is in a bold type, in hundredths of the type's size. Of letters that are in no type of a known
/// width it is a guess, rather too much than too little.
enum LetterWidth {
    static func of(_ letter: Character, in typeface: Typeface) -> Int {
        var width = 0
        for scalar in letter.unicodeScalars { width = max(width, of(scalar, in: typeface)) }
        return width
    }

    /// Whether the width of a line is no guess.
    static func isKnown(_ line: String, in typeface: Typeface) -> Bool {
        line.unicodeScalars.allSatisfy {
            typeface.width(of: $0) != nil || isFullWidth($0) || (0x0300...0x036F).contains($0.value)
        }
    }

    private static func of(_ scalar: Unicode.Scalar, in typeface: Typeface) -> Int {
        if let width = typeface.width(of: scalar) { return width }
        return switch scalar.value {
        // Marks that stand above or below another letter, joiners, variants of a letter.
        case 0x0300...0x036F, 0x0483...0x0489, 0x0591...0x05BD, 0x064B...0x065F, 0x200C...0x200D, 0xFE00...0xFE0F: 0
        case 0x0180..<0x0250, 0x1E00..<0x1F00: scalar.properties.isLowercase ? 63 : 76
        case 0x0460..<0x0530, 0x1F00..<0x2000: scalar.properties.isLowercase ? 68 : 80
        case 0x0530..<0x0590: 72
        case 0x0590..<0x0600: 62
        case 0x0600..<0x0900, 0xFB50..<0xFE00, 0xFE70..<0xFF00: 62
        case 0x0900..<0x0E00: 72
        case 0x0E00..<0x1000: 62
        case 0x2010...0x2027: 100
        case _ where isFullWidth(scalar): 100
        case 0x1_F000...0x1_FFFF: 132
        default: 90
        }
    }

    /// Letters of the scripts that are set without spaces, in squares.
    static func isFullWidth(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100..<0x1200, 0x2E80..<0xA4D0, 0xAC00..<0xD7B0, 0xF900..<0xFB00, 0xFF00..<0xFF61, 0xFFE0..<0xFFE7,
            0x2_0000..<0x3_2000:
            true
        default: false
        }
    }
}
