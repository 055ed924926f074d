import Foundation
import Text

/// The name of a place's clocks in the IANA time zone database: `Europe/Dublin`.
package enum ZoneName {
    /// Whether the name is that of a place, or UTC: abbreviations and offsets do not know when summer time begins.
    package static func isPlace(_ name: String) -> Bool {
        if name == "UTC" || name == "Etc/UTC" { return true }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[0] != "Etc", parts[0] != "SystemV",
            let zone = TimeZone(identifier: name)
        else { return false }
        return zone.identifier == name
    }

    /// What to write instead.
    package static func advice(for name: String) -> String {
        let meant = likely(name).map { "; do you mean '\($0)'?" } ?? "; write one such as Europe/Paris"
        let isOffset = name.contains { "+-−0123456789".contains($0) } && !name.contains("_")
        return isOffset
            ? "'\(name)' is a distance from Greenwich, which changes with summer time; name a place such as Europe/Paris"
            : "'\(name)' is no IANA time zone\(meant)"
    }

    private static func likely(_ name: String) -> String? {
        if let place = abbreviations[name.uppercased()] { return place }
        let places = TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") }
        let wanted = name.lowercased().replacing(" ", with: "_")
        return places.first { $0.lowercased() == wanted }
            ?? places.first { $0.lowercased().hasSuffix("/" + wanted) }
            ?? misspelt(name, among: places)
    }

    /// A place of the same part of the world: far fewer, so that what is found is near.
    private static func misspelt(_ name: String, among places: [String]) -> String? {
        let cities = Dictionary(grouping: places) { $0.prefix { $0 != "/" } }[name.prefix { $0 != "/" }] ?? []
        let city = nearestName(
            to: String(name.drop { $0 != "/" }), among: cities.map { String($0.drop { $0 != "/" }) })
        return city.map { name.prefix { $0 != "/" } + $0 }
    }

    private static let abbreviations = [
        "GMT": "Europe/London", "BST": "Europe/London", "WET": "Europe/Lisbon", "WEST": "Europe/Lisbon",
        "CET": "Europe/Paris", "CEST": "Europe/Paris", "MET": "Europe/Paris", "MEZ": "Europe/Berlin",
        "MESZ": "Europe/Berlin", "EET": "Europe/Athens", "EEST": "Europe/Athens", "MSK": "Europe/Moscow",
        "EST": "America/New_York", "EDT": "America/New_York", "ET": "America/New_York", "EST5EDT": "America/New_York",
        "CST": "America/Chicago", "CDT": "America/Chicago", "CT": "America/Chicago", "MST": "America/Denver",
        "MDT": "America/Denver", "MT": "America/Denver", "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles",
        "PT": "America/Los_Angeles", "AKST": "America/Anchorage", "HST": "Pacific/Honolulu", "AST": "America/Halifax",
        "IST": "Asia/Kolkata", "JST": "Asia/Tokyo", "JAPAN": "Asia/Tokyo", "KST": "Asia/Seoul",
        "SGT": "Asia/Singapore", "SINGAPORE": "Asia/Singapore", "HKT": "Asia/Hong_Kong", "AEST": "Australia/Sydney",
        "AEDT": "Australia/Sydney", "ACST": "Australia/Adelaide", "AWST": "Australia/Perth", "NZST": "Pacific/Auckland",
        "NZDT": "Pacific/Auckland", "ZULU": "UTC", "Z": "UTC",
    ]
}
