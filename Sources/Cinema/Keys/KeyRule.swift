import Text

/// What text may be the key of some kind of thing.
package struct KeyRule: Sendable {
    package enum Signs: Sendable {
        /// All that a person can see and say, with single spaces between.
        case readable
        /// So many letters and digits, of any script.
        case letters(atMost: Int)
        /// Small letters `a` to `z`, digits and hyphens: what stands in an address and in the name of a file.
        /// `problem` tells what is wrong with an address that the site has for something else beside them.
        case address(problem: @Sendable (String) -> String?)
    }

    let signs: Signs
    let maximumBytes: Int

    package init(_ signs: Signs, maximumBytes: Int) {
        self.signs = signs
        self.maximumBytes = maximumBytes
    }

    /// - Parameter text: in its normal form.
    /// - Throws: what is wrong with it.
    package func check(_ text: String) throws(KeyProblem) {
        guard !text.isEmpty else { throw KeyProblem("is empty") }
        try checkLength(text)
        switch signs {
        case .address(let problem):
            guard text.utf8.allSatisfy(Self.isOfAddresses), text.utf8.first != UInt8(ascii: "-") else {
                throw KeyProblem("may have small letters a–z, digits and, between them, hyphens only")
            }
            if let problem = problem(text) { throw KeyProblem(problem) }
        case .letters(let maximum):
            guard text.count <= maximum else { throw KeyProblem("has more than \(maximum) letters or digits") }
            try Self.checkReadable(text)
            guard text.unicodeScalars.allSatisfy(Self.isOfWords) else {
                throw KeyProblem("has other signs than letters and digits")
            }
        case .readable:
            // Most keys are of these alone.
            if text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return }
            try Self.checkReadable(text)
        }
    }

    /// - Throws: how long it is, where that is too long.
    package func checkLength(_ text: String) throws(KeyProblem) {
        guard text.utf8.count <= maximumBytes else {
            throw KeyProblem("has \(text.utf8.count) bytes and may have \(maximumBytes)")
        }
    }

    private static func isOfAddresses(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private static func isOfWords(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    private static func checkReadable(_ text: String) throws(KeyProblem) {
        var before: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if let reason = reason(against: scalar, after: before) { throw KeyProblem(reason) }
            before = scalar
        }
        if before == " " { throw KeyProblem("ends with a space") }
    }

    /// Signs are looked at one by one: what looks like one letter may have signs in it that nobody sees.
    private static func reason(against scalar: Unicode.Scalar, after before: Unicode.Scalar) -> String? {
        let properties = scalar.properties
        if scalar == " " { return before == " " ? "has a space at its beginning or two in a row" : nil }
        if properties.isWhitespace, !scalar.isHidden {
            return "has the white space \(scalar.codePoint), and may have plain spaces only"
        }
        if scalar.isHidden { return "has the sign \(scalar.codePoint), which cannot be seen" }
        switch properties.generalCategory {
        case .unassigned: return "has \(scalar.codePoint), which is no character of Unicode"
        case .nonspacingMark, .spacingMark, .enclosingMark:
            return before == " " ? "has the mark \(scalar.codePoint) without the letter that it belongs to" : nil
        default: return nil
        }
    }
}

/// Why a text is no key, as what follows a name of it: `has 300 bytes and may have 255`.
package struct KeyProblem: Error, Hashable, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
