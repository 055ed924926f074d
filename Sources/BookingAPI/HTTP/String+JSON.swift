extension String {
    /// Appends `other` as a string of JSON.
    mutating func appendQuoted(_ other: some StringProtocol) {
        append("\"")
        for scalar in other.unicodeScalars {
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
        append("\"")
    }
}
