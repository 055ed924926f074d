/// In which order a country writes the parts of an address, after the rules of its post (Universal Postal Union,
/// "Postal addressing systems").
struct AddressFormat: Sendable {
    enum Part: Hashable, Sendable {
        case street, postalCode, city, region
        case text(String)
    }

    let lines: [[Part]]
    /// Where all lines stand in one.
    let separator: String

    /// - Parameters:
    ///   - country: what is no known code has the usual order: the postal code before the city.
    ///   - isInOwnScript: for countries that begin with the largest part, but not in Latin letters.
    static func of(_ country: String, isInOwnScript: Bool) -> AddressFormat {
        let code = Country.code(country)
        if isInOwnScript, let format = inOwnScript[code] { return AddressFormat(format, separator: " ") }
        return AddressFormat(formats[code] ?? usual, separator: ", ")
    }

    /// S street, P postal code, C city, R region (state, province, county); `|` ends a line.
    private init(_ pattern: String, separator: String) {
        self.separator = separator
        lines = pattern.split(separator: "|").map { line in
            line.reduce(into: []) { parts, sign in
                switch sign {
                case "S": parts.append(.street)
                case "P": parts.append(.postalCode)
                case "C": parts.append(.city)
                case "R": parts.append(.region)
                default:
                    if case .text(let text)? = parts.last {
                        parts[parts.count - 1] = .text(text + String(sign))
                    } else {
                        parts.append(.text(String(sign)))
                    }
                }
            }
        }
    }

    private static let usual = "S|P C"

    private static let formats: [String: String] = {
        let countries = [
            "S|C P": "BN EG FK GB GG GI GS IE IL IM IO JE JO KE KH LB LK MM MT MV NG NP NZ PN SA SG SH TA TC TH TW ZA",
            "S|C, R P": "AS CN FM GU JP KR MH MP PR PW UM US VI VN",
            "S|C R P": "AU CA IN NF",
            "S|P C R": "IT SM VA",
            "S|P C, R": "AR CL ES MX MY PH UY",
            "S|P C/R": "TR",
            "S|C-R, P": "BR",
            "S|C, R, P": "CO EC PE",
            "S|C - P": "BD PK",
            "S|C, P": "ID LV MN",
            "S|C|R|P": "BY KZ RU UA",
            "C|S|P": "HU",
            "S|C, R": "AE BS HK JM MO QA",
        ]
        var formats: [String: String] = [:]
        for (format, codes) in countries {
            for code in codes.split(separator: " ") { formats[String(code)] = format }
        }
        return formats
    }()

    private static let inOwnScript = [
        "CN": "P|RCS", "HK": "RC|S", "JP": "〒P|RCS", "KR": "R C S|P", "MO": "C|S", "TW": "P|RCS",
    ]
}
