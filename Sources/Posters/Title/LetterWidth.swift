/// How wide a letter is in a bold type, in hundredths of the type's size: about, and rather too much than too little,
/// for every system has other types.
enum LetterWidth {
    static func of(_ letter: Character) -> Int {
        var width = 0
        for scalar in letter.unicodeScalars { width = max(width, of(scalar)) }
        return width
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20..<0x7F: ascii[Int(scalar.value - 0x20)]
        // Marks that stand above or below another letter, joiners, variants of a letter.
        case 0x0300...0x036F, 0x0483...0x0489, 0x0591...0x05BD, 0x064B...0x065F, 0x200C...0x200D, 0xFE00...0xFE0F: 0
        case 0x00A0..<0x0250, 0x1E00..<0x1F00: scalar.properties.isLowercase ? 63 : 76
        case 0x0370..<0x0400, 0x0400..<0x0530, 0x1F00..<0x2000: scalar.properties.isLowercase ? 68 : 80
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

    /// From the space to the tilde.
    private static let ascii: [Int] = [
        28, 33, 47, 58, 58, 89, 74, 28, 34, 34, 45, 60, 30, 36, 30, 45, 62, 58, 62, 60, 62, 60, 62, 58, 62, 62, 33, 33,
        60, 60, 60, 61, 98, 75, 74, 73, 77, 68, 64, 79, 81, 41, 57, 76, 66, 94, 78, 80, 68, 80, 75, 68, 68, 76, 74, 100,
        74, 71, 66, 38, 45, 38, 60, 56, 40, 60, 63, 56, 63, 58, 38, 58, 65, 34, 34, 63, 34, 95, 66, 62, 63, 63, 47, 52,
        40, 65, 58, 82, 58, 58, 53, 42, 33, 42, 60,
    ]
}
