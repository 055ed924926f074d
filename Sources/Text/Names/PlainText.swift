/// Text for people, without what a page may not have and what nobody sees. Every text of a file comes through here.
package enum PlainText {
    /// A sign that no text may have.
    package struct Problem: Error, Equatable {
        package let message: String
    }

    /// One line: white space of any kind, line breaks too, becomes single spaces.
    package static func line(_ text: String) throws(Problem) -> String {
        if isClean(text, lineBreaks: false) { return text }
        try check(text)
        let words = text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
        return trimmed(words.map { String(Substring($0)) }.joined(separator: " "))
    }

    /// Paragraphs: line breaks of any system become `\n`.
    package static func paragraphs(_ text: String) throws(Problem) -> String {
        if isClean(text, lineBreaks: true) { return text }
        try check(text)
        var lines = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\r", "\u{85}", "\u{2028}": lines.append("\n")
            case "\u{2029}": lines.append(contentsOf: "\n\n".unicodeScalars)
            case "\t", "\u{B}", "\u{C}": lines.append(" ")
            default: lines.append(scalar)
            }
            previous = scalar
        }
        return trimmed(String(lines))
    }

    /// Whether there is nothing to do, as for most text: ASCII, with no space too many.
    private static func isClean(_ text: String, lineBreaks: Bool) -> Bool {
        let space = UInt8(ascii: " ")
        var previous = space
        for byte in text.utf8 {
            switch byte {
            case space where previous != space: break
            case 0x21..<0x7F: break
            case 0x0A where lineBreaks && previous != space: break
            default: return false
            }
            previous = byte
        }
        return previous != space && previous != 0x0A
    }

    /// - Throws: if the text has a control character that is no white space, a code that Unicode keeps free of signs, or
    ///   opens a writing direction that it does not close.
    private static func check(_ text: String) throws(Problem) {
        var open: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09...0x0D, 0x85: break
            case 0..<0x20, 0x7F...0x9F: throw Problem(message: "a control character (\(scalar.codePoint))")
            case 0xFDD0...0xFDEF,
                _ where scalar.value & 0xFFFE == 0xFFFE:
                throw Problem(message: "a code that is no sign (\(scalar.codePoint))")
            case 0x202A, 0x202B, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068: open.append(scalar)
            case 0x202C, 0x2069:
                let closesIsolate = scalar.value == 0x2069
                guard let last = open.popLast(), (last.value >= 0x2066) == closesIsolate else {
                    throw Problem(message: "the end of a writing direction that it never begins (\(scalar.codePoint))")
                }
            default: break
            }
        }
        if let last = open.last {
            throw Problem(message: "a writing direction that it never ends (\(last.codePoint))")
        }
    }

    /// Without white space, and without signs that have no width, at either end.
    private static func trimmed(_ text: String) -> String {
        func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0xAD, 0x180E, 0x200B, 0x200C, 0x2060, 0xFEFF: true
            default: scalar.properties.isWhitespace
            }
        }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        let trimmed = String(scalars[first...last])
        // Joiners and marks of direction alone show nothing either.
        let shows = trimmed.unicodeScalars.contains { !$0.properties.isDefaultIgnorableCodePoint }
        return shows ? trimmed : ""
    }
}
