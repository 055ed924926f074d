/// An amount of money: whole minor units (cents) of one ISO 4217 currency. Never floating point.
package struct Money: Hashable, Sendable, Codable {
    /// In minor units: 1250 is €12.50, and ¥1250.
    package var amount: Int
    package var currency: Currency

    package init(amount: Int, currency: Currency) {
        self.amount = amount
        self.currency = currency
    }
}

/// An ISO 4217 currency code, such as `EUR`.
package struct Currency: Hashable, Sendable {
    package let code: String

    /// - Returns: `nil` unless `code` is three capital ASCII letters.
    package init?(code: String) {
        guard code.utf8.count == 3, code.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
        else { return nil }
        self.code = code
    }

    /// How many digits stand behind the decimal point (ISO 4217, "minor unit"): 2 unless listed here.
    package var minorDigits: Int {
        switch code {
        case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
            "XOF", "XPF":
            0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
        case "CLF", "UYW": 4
        default: 2
        }
    }

    /// What people write before an amount: `€`, or the code and a space where no sign is understood by all.
    private var sign: String {
        switch code {
        case "EUR": "€"
        case "GBP": "£"
        case "USD": "$"
        case "JPY": "¥"
        default: code + "\u{A0}"
        }
    }

    /// The amount for people: `€12.50`, `¥1,250`, `CHF 12.50`. What browsers write (`Public/assets/booking/money.js`) is the
    /// same to the letter.
    package func formatted(_ amount: Int) -> String {
        let (whole, decimals) = digits(amount)
        return (amount < 0 ? "−" : "") + sign + Self.grouped(whole) + decimals
    }

    /// The amount for programs: `12.50`, `1250`, `-3.00`.
    package func decimal(_ amount: Int) -> String {
        let (whole, decimals) = digits(amount)
        return (amount < 0 ? "-" : "") + whole + decimals
    }

    /// `12` and `.50`; the second is empty where the currency has no smaller part.
    private func digits(_ amount: Int) -> (whole: String, decimals: String) {
        let digits = String(amount.magnitude)
        guard minorDigits > 0 else { return (digits, "") }
        let padded = String(repeating: "0", count: max(0, minorDigits + 1 - digits.count)) + digits
        return (String(padded.dropLast(minorDigits)), "." + padded.suffix(minorDigits))
    }

    /// `1234567` as `1,234,567`.
    private static func grouped(_ digits: String) -> String {
        guard digits.utf8.count > 3 else { return digits }
        let groups = stride(from: digits.count, to: 0, by: -3).map { digits.prefix($0).suffix(3) }
        return groups.reversed().joined(separator: ",")
    }

    /// Prices beyond this, in minor units, are taken for a mistake; sums of many still fit into a number of 64 bits, and
    /// into one of JavaScript.
    package static let maximumPrice = 1_000_000_000_000

    /// Minor units of a decimal number as people write it: `12.50` is 1250 in EUR.
    ///
    /// - Returns: `nil` if the text is no plain decimal number from 0 to ``maximumPrice``, has more decimals than the
    ///   currency, or begins with a zero that means nothing: some take `010` for eight.
    package func amount(decimal text: some StringProtocol) -> Int? {
        guard let digits = minorUnits(text), let amount = Int(digits), amount <= Self.maximumPrice else { return nil }
        return amount
    }

    /// Whether the text is a decimal number as ``amount(decimal:)`` reads it, but above ``maximumPrice``.
    package func isTooMuch(decimal text: some StringProtocol) -> Bool {
        guard let digits = minorUnits(text) else { return false }
        return Int(digits).map { $0 > Self.maximumPrice } ?? true
    }

    /// The digits of a decimal number without its point.
    private func minorUnits(_ text: some StringProtocol) -> String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        guard parts.count <= 2, !parts[0].isEmpty, parts.count == 1 || !decimals.isEmpty,
            decimals.count <= minorDigits, parts[0].count == 1 || parts[0].first != "0"
        else { return nil }
        let digits = String(parts[0]) + decimals + String(repeating: "0", count: minorDigits - decimals.count)
        return digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? digits : nil
    }
}

extension Currency: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let code = try container.decode(String.self)
        guard let currency = Currency(code: code) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(code)' is no ISO 4217 code")
        }
        self = currency
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}

extension Money: CustomStringConvertible {
    package var description: String { currency.formatted(amount) }
}
