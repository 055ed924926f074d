/// A country as catalogs name it: an ISO 3166 code, or one of the other short forms that people write.
package enum Country {
    /// The ISO 3166-1 code of what a catalog says: `UK` is `GB`, `fr` is `FR`, `USA` is `US`. What is no code and none
    /// of the usual forms stays as it is, such as the name of a country.
    package static func code(_ text: String) -> String {
        let letters = text.uppercased().filter { $0 != "." && !$0.isWhitespace }
        if let code = usualForms[letters] { return code }
        let isCode = letters.utf8.count == 2 && letters.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        return isCode ? letters : text
    }

    /// - Returns: an ISO 3166-1 code; `nil` if the zone tells no country, as `UTC` does not.
    package static func code(ofZone identifier: String) -> String? { ZoneCountries.country(ofZone: identifier) }

    private static let usualForms: [String: String] = [
        "UK": "GB", "UNITEDKINGDOM": "GB", "GREATBRITAIN": "GB", "ENGLAND": "GB", "SCOTLAND": "GB", "WALES": "GB",
        "NORTHERNIRELAND": "GB", "USA": "US", "UNITEDSTATES": "US", "UNITEDSTATESOFAMERICA": "US", "EL": "GR",
        "AUS": "AU", "AUT": "AT", "BEL": "BE", "CAN": "CA", "CHE": "CH", "CHN": "CN", "DEU": "DE", "DNK": "DK",
        "ESP": "ES", "FIN": "FI", "FRA": "FR", "GBR": "GB", "GRC": "GR", "IND": "IN", "IRL": "IE", "ITA": "IT",
        "JPN": "JP", "KOR": "KR", "MEX": "MX", "NLD": "NL", "NOR": "NO", "NZL": "NZ", "POL": "PL", "PRT": "PT",
        "SWE": "SE", "AUSTRALIA": "AU", "AUSTRIA": "AT", "BELGIUM": "BE", "BRAZIL": "BR", "CANADA": "CA",
        "CHINA": "CN", "DENMARK": "DK", "FRANCE": "FR", "GERMANY": "DE", "DEUTSCHLAND": "DE", "INDIA": "IN",
        "IRELAND": "IE", "ITALY": "IT", "JAPAN": "JP", "MEXICO": "MX", "NETHERLANDS": "NL", "NEWZEALAND": "NZ",
        "NORWAY": "NO", "POLAND": "PL", "PORTUGAL": "PT", "SOUTHKOREA": "KR", "SPAIN": "ES", "SWEDEN": "SE",
        "SWITZERLAND": "CH",
    ]
}
