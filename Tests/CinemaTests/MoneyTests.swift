import Cinema
import Testing

@Suite("Money")
struct MoneyTests {
    @Test(
        "shows an amount as people write it",
        arguments: [
            ("EUR", 1250, "€12.50"), ("EUR", 5, "€0.05"), ("EUR", 0, "€0.00"), ("JPY", 1250, "¥1,250"),
            ("CHF", 990, "CHF\u{A0}9.90"), ("KWD", 1500, "KWD\u{A0}1.500"), ("GBP", -250, "−£2.50"),
            ("HUF", 250_000, "HUF\u{A0}2,500.00"), ("IQD", 10_000_000, "IQD\u{A0}10,000.000"),
            ("EUR", 99_999, "€999.99"), ("EUR", 100_000, "€1,000.00"), ("EUR", 123_456_789, "€1,234,567.89"),
            ("KRW", -1_234_567, "−KRW\u{A0}1,234,567"), ("CLF", 5, "CLF\u{A0}0.0005"),
        ])
    func shows(code: String, amount: Int, text: String) throws {
        let currency = try #require(Currency(code: code))
        #expect(Money(amount: amount, currency: currency).description == text)
    }

    @Test("is one number for programs, without separators")
    func decimal() throws {
        #expect(try #require(Currency(code: "EUR")).decimal(123_456_789) == "1234567.89")
        #expect(try #require(Currency(code: "JPY")).decimal(-1_234_567) == "-1234567")
    }

    @Test(
        "reads a decimal number as minor units",
        arguments: [("12.50", 1250), ("12.5", 1250), ("12", 1200), ("0.05", 5), ("0", 0)])
    func reads(text: String, amount: Int) throws {
        #expect(try #require(Currency(code: "EUR")).amount(decimal: text) == amount)
    }

    @Test(
        "reads nothing else as a price",
        arguments: [
            "12.505", "-1", "1e3", "", ".", "12.", "1,50", "١٢", "free", "010", "00", "1 250", "1'250", "+1",
            "9223372036854775807", "92233720368547758070", "10000000000.01", "12\u{A0}",
        ])
    func refuses(text: String) throws {
        #expect(try #require(Currency(code: "EUR")).amount(decimal: text) == nil)
    }

    @Test("a yen has no smaller part")
    func yen() throws {
        let yen = try #require(Currency(code: "JPY"))
        #expect(yen.amount(decimal: "1200") == 1200)
        #expect(yen.amount(decimal: "12.5") == nil)
    }

    @Test("every currency has the minor unit of ISO 4217, written and read back", arguments: MinorUnits.table)
    func minorUnits(digits: Int, codes: [String]) throws {
        for code in codes {
            let currency = try #require(Currency(code: code))
            #expect(currency.minorDigits == digits, "\(code)")
            #expect(currency.isKnown, "\(code)")
            for amount in [0, 1, 9, 10, 99, 100, 999, 1_000, 12_345, 999_999, Currency.maximumPrice] {
                #expect(currency.amount(decimal: currency.decimal(amount)) == amount, "\(code) \(amount)")
            }
            let tooFine = digits == 0 ? "1.0" : "1." + String(repeating: "0", count: digits + 1)
            #expect(currency.amount(decimal: tooFine) == nil, "\(code)")
        }
    }

    @Test("the list of currencies is that of ISO 4217")
    func list() {
        #expect(Currency.listed == Set(MinorUnits.table.flatMap(\.codes)))
        #expect(Currency.listed.isDisjoint(with: Currency.withdrawn))
        for code in ["XXX", "XTS", "XAU", "ABC", "EUX"] { #expect(Currency(code: code)?.isKnown == false) }
    }

    @Test("a currency code is three capital letters", arguments: ["eur", "EU", "EURO", "E1R", ""])
    func codes(text: String) {
        #expect(Currency(code: text) == nil)
    }
}
