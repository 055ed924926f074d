extension String {
    /// With all that a terminal would not show, or would obey, in the form `\u{1B}`: control characters, line breaks, marks
    /// that turn the direction of what follows, and what has no shape of its own.
    package var visible: String {
        unicodeScalars.reduce(into: "") { text, scalar in
            if Self.isShown(scalar) {
                text.unicodeScalars.append(scalar)
            } else {
                text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            }
        }
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (0x20...0x7E).contains(scalar.value) && scalar != "\\" }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: return false
        // A blank that is not the usual one.
        case .spaceSeparator: return false
        default: return !scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
