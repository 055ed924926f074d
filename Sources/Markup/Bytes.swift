/// A piece of a file, in the bytes that it is written in.
@usableFromInline package typealias ByteText = ArraySlice<UInt8>

// Formats of text give a meaning to ASCII characters only, so files are read as bytes, and compared with characters.
extension UInt8 {
    @inlinable package static func == (byte: UInt8, character: Unicode.Scalar) -> Bool {
        UInt32(byte) == character.value
    }
    @inlinable package static func != (byte: UInt8, character: Unicode.Scalar) -> Bool {
        UInt32(byte) != character.value
    }
    @inlinable package static func ~= (character: Unicode.Scalar, byte: UInt8) -> Bool {
        UInt32(byte) == character.value
    }
    @inlinable package static func ~= (characters: ClosedRange<Unicode.Scalar>, byte: UInt8) -> Bool {
        characters.lowerBound.value <= byte && byte <= characters.upperBound.value
    }

    @inlinable package var isLetter: Bool { "a"..."z" ~= lowercased }
    @inlinable package var isDigit: Bool { "0"..."9" ~= self }
    /// The white space of HTML, of XML and of JSON; a form feed is white space in HTML alone.
    @inlinable package var isSpace: Bool {
        self == " " || self == "\n" || self == "\t" || self == "\r" || self == "\u{C}"
    }
    @inlinable package var lowercased: UInt8 { "A"..."Z" ~= self ? self | 0x20 : self }
}

extension ByteText {
    @inlinable package var text: String { String(decoding: self, as: UTF8.self) }

    /// Without the white space at both ends.
    @inlinable package var trimmed: ByteText {
        guard let first = firstIndex(where: { !$0.isSpace }) else { return self[endIndex...] }
        return self[first...(lastIndex { !$0.isSpace } ?? first)]
    }

    /// Whether these are the letters of `word`, which is written in lower case; capital or small is all the same.
    @inlinable package func matches(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { word in zip(self, word).allSatisfy { $0.lowercased == $1 } }
    }

    /// Whether one of the words that white space separates is `word`.
    @inlinable package func hasWord(_ word: StaticString) -> Bool {
        var rest = self[...]
        while true {
            rest = rest.drop(while: \.isSpace)
            guard !rest.isEmpty else { return false }
            let next = rest.prefix { !$0.isSpace }
            if next.matches(word) { return true }
            rest = rest[next.endIndex...]
        }
    }

    @inlinable package func begins(with word: StaticString) -> Bool { prefix(word.utf8CodeUnitCount).matches(word) }
}
