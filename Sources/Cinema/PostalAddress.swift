/// Where a building is, in the order in which its country writes addresses.
package struct PostalAddress: Sendable {
    private let street: String
    private let postalCode: String
    private let city: String
    private let region: String
    private let format: AddressFormat

    /// What is not known is empty.
    ///
    /// - Parameter country: see ``Country/code(_:)``.
    package init(street: String, postalCode: String, city: String, region: String, country: String) {
        self.street = street
        self.postalCode = postalCode
        self.city = city
        // The city state and the capital that is a province of its own are said once.
        self.region = region == city ? "" : region
        format = AddressFormat.of(country, isInOwnScript: Self.isEastAsian(street) || Self.isEastAsian(city))
    }

    /// As on an envelope, without the country. What is not known is left out, with what would divide it from the rest.
    package var lines: [String] { format.lines.map { line($0) }.filter { !$0.isEmpty } }

    /// `Leake Street, London SE1 8XT`
    package var line: String { lines.joined(separator: format.separator) }

    /// The same without the street: `London SE1 8XT`
    package var locality: String {
        let withoutStreet = format.lines.map { line($0.filter { $0 != .street }) }
        return withoutStreet.filter { !$0.isEmpty }.joined(separator: format.separator)
    }

    private func line(_ parts: [AddressFormat.Part]) -> String {
        var line = ""
        var divider = ""
        var isFirst = true
        for part in parts {
            let value: String
            switch part {
            case .text(let text):
                divider = text
                continue
            case .street: value = street
            case .postalCode: value = postalCode
            case .city: value = city
            case .region: value = region
            }
            // A sign before the first part belongs to that part, one between two parts to both.
            if !value.isEmpty { line += (line.isEmpty && !isFirst ? "" : divider) + value }
            (divider, isFirst) = ("", false)
        }
        return line
    }

    private static func isEastAsian(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x1100..<0x1200, 0x3040..<0x3100, 0x3400..<0xA000, 0xAC00..<0xD7B0, 0x2_0000..<0x3_0000: true
            default: false
            }
        }
    }
}
