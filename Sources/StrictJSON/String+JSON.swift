extension String {
    /// Appends `other` as a string of JSON.
    ///
    /// `JSONEncoder` takes ten times as long, which counts where it is done with every hold.
    package mutating func appendQuoted(_ other: String) {
        append("\"")
        if other.utf8.allSatisfy(Self.standsForItself) {
            append(other)
        } else {
            other.unicodeScalars.forEach { appendEscaped($0) }
        }
        append("\"")
    }

    private static func standsForItself(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private mutating func appendEscaped(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": append("\\\"")
        case "\\": append("\\\\")
        case "\n": append("\\n")
        case "\r": append("\\r")
        case "\t": append("\\t")
        case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
            let code = String(scalar.value, radix: 16)
            append("\\u" + String(repeating: "0", count: 4 - code.count) + code)
        default: unicodeScalars.append(scalar)
        }
    }
}
