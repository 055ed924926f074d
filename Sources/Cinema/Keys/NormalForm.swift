import Foundation

extension String {
    /// The text in the normal form C of Unicode: `A` and a ring above are the one letter `Å`, and the sign for kelvin is the
    /// letter `K`. Texts that Unicode calls equivalent then have the same bytes.
    package var inNormalForm: String {
        // Nothing below U+0300, whose first byte is CC, has another normal form or changes what stands before it.
        if utf8.allSatisfy({ $0 < 0xCC }) { return self }
        // Foundation alone composes some Tibetan vowels wrongly that come in no normal form at all.
        return decomposedStringWithCanonicalMapping.precomposedStringWithCanonicalMapping
    }

    /// What tells a thing from others that is known by what it is called: in its normal form, without signs that nobody sees.
    package var asKey: String {
        if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
        let visible = unicodeScalars.filter { !$0.isHidden }
        return String(String.UnicodeScalarView(visible)).inNormalForm
    }

    /// Whether both have the same bytes. `==` asks whether Unicode calls them equivalent.
    func hasBytes(of other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }
}

extension Unicode.Scalar {
    /// Whether nobody sees it: it joins, divides, turns or controls what stands beside it.
    package var isHidden: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: properties.isDefaultIgnorableCodePoint
        }
    }
}
