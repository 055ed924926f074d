import Cinema
import Foundation
import Testing

/// Browsers have the table of currencies in a module of their own: two tables, held together here.
@Suite("Money in the browser")
struct BrowserMoneyTests {
    private static let module = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Public/assets/booking/money.js")

    private static let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(UnicodeScalar($0)) }

    @Test("every currency has the same digits and the same sign as in Swift")
    func sameTable() throws {
        let source = try String(contentsOf: Self.module, encoding: .utf8)
        let digits = Dictionary(
            uniqueKeysWithValues: source.matches(of: /\b([A-Z]{3}): (\d)/).map { (String($0.1), Int($0.2)) })
        let signs = Dictionary(
            uniqueKeysWithValues: source.matches(of: /\b([A-Z]{3}): "([^"]+)"/).map { (String($0.1), String($0.2)) })
        for first in Self.letters {
            for second in Self.letters {
                for third in Self.letters {
                    let currency = try #require(Currency(code: first + second + third))
                    #expect((digits[currency.code] ?? 2) == currency.minorDigits, "\(currency.code)")
                    #expect(currency.formatted(0).hasPrefix(signs[currency.code] ?? "\(currency.code)\u{A0}"))
                }
            }
        }
    }
}
