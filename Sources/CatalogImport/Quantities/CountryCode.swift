import Foundation

/// A country as ISO 3166 names it: `GB`, `IE`. Names in words stay as they are.
package enum CountryCode {
    package enum Reading: Equatable {
        case country(String)
        /// What is wrong with it.
        case problem(String)
    }

    /// Codes that people use for others: those of top-level domains and of the European Union.
    private static let aliases = ["UK": "GB", "EL": "GR"]

    package static func read(_ text: String) -> Reading {
        let letters = text.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
        guard letters, text.utf8.count <= 3 else {
            let isName = text.contains { $0.isLetter } && !text.contains { $0.isNumber }
            return isName ? .country(text) : .problem("'\(text)' is no country; write its ISO 3166 code such as IE")
        }
        let code = text.uppercased()
        if let meant = aliases[code] { return .country(meant) }
        if codes.contains(code) { return .country(code) }
        if code.utf8.count == 3, let meant = codes.first(where: { name($0) == name(code) }) { return .country(meant) }
        return .problem("'\(text)' is no country; write its ISO 3166 code such as IE")
    }

    private static func name(_ code: String) -> String {
        Locale(identifier: "en").localizedString(forRegionCode: code) ?? code
    }

    private static let codes = Set(
        Locale.Region.isoRegions.map(\.identifier).filter {
            $0.count == 2 && !["EU", "EZ", "UN", "ZZ", "QO"].contains($0)
        })
}
