import CatalogImport
import Cinema
import Foundation
import Testing
import Text

/// A parser of small texts that can print what it has read.
private struct ValueParser: Sendable, CustomTestStringConvertible {
    let name: String
    let corpus: [String]
    /// What was read, printed; `nil` if it is refused.
    let printed: @Sendable (String) -> String?

    var testDescription: String { name }

    static let all = [
        ValueParser(
            name: "minutes", corpus: ["93", "93 min", "1 h 33 min", "1:33", "PT1H33M", "1,5 h", "1h 5 (65 min)", "90'"]
        ) {
            Minutes.read($0).map { "\($0) min" }
        },
        ValueParser(
            name: "years",
            corpus: ["1999", "31 March 1999", "Dune (1984)", "2001: A Space Odyssey (1968)", "31.03.1999"]
        ) {
            Year.read($0).map(String.init)
        },
        ValueParser(name: "whole numbers", corpus: ["1250", "1,250", "1 250", "1.250", "1'250", "12,34,567", "450.0"]) {
            WholeNumber.read($0).map(String.init)
        },
        ValueParser(name: "first numbers", corpus: ["4.0", "93 min", "-8.5", "48.8566", "(5)", "12 of 20"]) {
            DecimalNumber.first(in: $0)
        },
        ValueParser(
            name: "weekdays", corpus: ["mon", "Tuesday", "mon-fri", "fri-mon", "sat/sun", "mon, wed and fri", "daily"]
        ) {
            let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
            guard case .days(let days) = Weekdays.read($0) else { return nil }
            return days.map { names[$0] }.joined(separator: ", ")
        },
        ValueParser(name: "times of day", corpus: ["20:30", "9:05", "20:30:00", "00:00"]) { TimeOfDay($0)?.clock },
        ValueParser(name: "days", corpus: ["2026-11-21", "2024-02-29", "0000-01-01", "9999-12-31"]) {
            CivilDate(iso: $0)?.iso
        },
        ValueParser(
            name: "instants",
            corpus: ["2026-11-21T20:30:00+01:00", "2026-11-21T20:30:00Z", "1969-12-31T23:59:59.000-23:59"]
        ) {
            // Fractions of a second are read, and not printed.
            guard let date = Date(rfc3339: $0), date.timeIntervalSince1970.rounded() == date.timeIntervalSince1970,
                (-62_167_219_200..<253_402_300_800).contains(date.timeIntervalSince1970)
            else { return nil }
            return LocalTime(date, in: .gmt).rfc3339
        },
        ValueParser(name: "languages", corpus: ["en", "pt-BR", "zh-Hant-TW", "es-419", "de-1996", "fil"]) {
            if case .tag(let tag) = LanguageTag.read($0) { tag } else { nil }
        },
        ValueParser(name: "countries", corpus: ["GB", "UK", "IRL", "Ireland", "Côte d'Ivoire"]) {
            if case .country(let country) = CountryCode.read($0) { country } else { nil }
        },
        ValueParser(name: "time zones", corpus: ["Europe/Paris", "UTC", "America/Argentina/Buenos_Aires", "GMT+1"]) {
            ZoneName.isPlace($0) ? TimeZone(identifier: $0)?.identifier.replacing("GMT", with: "UTC") : nil
        },
        ValueParser(name: "euros", corpus: ["12.50", "12.5", "12", "0.05", "0"]) { text in
            Currency(code: "EUR").flatMap { euro in euro.amount(decimal: text).map(euro.decimal) }
        },
        ValueParser(name: "dinars and units of account", corpus: ["12.500", "1.2345", "0.0001", "7"]) { text in
            Currency(code: "UYW").flatMap { unit in unit.amount(decimal: text).map(unit.decimal) }
        },
        ValueParser(name: "currencies", corpus: ["EUR", "JPY", "UYW"]) { Currency(code: $0)?.code },
        ValueParser(
            name: "lines", corpus: ["Le Mépris", "  two\r\nlines ", "👩‍👩‍👧 family", "\u{200B}Gaia", "a \u{2067}b\u{2069}"]
        ) {
            try? PlainText.line($0)
        },
        ValueParser(name: "paragraphs", corpus: ["One.\n\nTwo.", "a\r\nb\u{2029}c", "\u{200B}x\u{85}y"]) {
            try? PlainText.paragraphs($0)
        },
        ValueParser(
            name: "slugs", corpus: ["Amélie", "WALL·E", "Mr. & Mrs. Smith", "七人の侍", "Die Straße", "Łódź", "con"]
        ) { Slug.spell($0) },
        ValueParser(
            name: "seat plans", corpus: ["A ss_ss\nB ppppp\n\nC wc.ss", "1 s\n2 s", "Ä  ..ss\r\nZ p_p", "РЯД1 sss"]
        ) {
            (try? SeatPlan.layout(of: $0)).map(drawn)
        },
    ]

    private static func drawn(_ layout: SeatLayout) -> String {
        var lines: [String] = []
        for row in layout.rows {
            while lines.count < row.depth { lines.append("") }
            var signs = ""
            for seat in row.seats {
                signs += String(repeating: ".", count: seat.column - 1 - signs.count)
                switch seat.kind {
                case .wheelchair: signs += "w"
                case .companion: signs += "c"
                case .seat: signs += seat.priceCategory == PriceCategory.premium ? "p" : "s"
                }
            }
            lines.append("\(row.label) \(signs.isEmpty ? "." : signs)")
        }
        return lines.joined(separator: "\n")
    }
}

@Suite("Every small parser")
struct ValueFuzzTests {
    @Test("reads back what it prints, and never fails in another way", arguments: ValueParser.all)
    fileprivate func roundTrip(parser: ValueParser) {
        let seed = Mutations.usualSeed
        print("\(parser.name): seed \(seed)")
        var accepted = 0
        for text in Mutations(of: parser.corpus, seed: seed, count: 3_000) {
            guard let first = parser.printed(text) else { continue }
            accepted += 1
            guard let second = parser.printed(first) else {
                Issue.record(
                    "\(text.debugDescription) is printed as \(first.debugDescription), which is refused; seed \(seed)")
                return
            }
            guard first.unicodeScalars.elementsEqual(second.unicodeScalars) else {
                Issue.record(
                    "\(text.debugDescription): \(first.debugDescription), then \(second.debugDescription); seed \(seed)"
                )
                return
            }
        }
        #expect(accepted > 100, "too little of what the fuzzer makes is accepted")
    }

    @Test("lengths of time in every style give the minutes that they were made of")
    func lengths() {
        for minutes in 1...1_440 {
            let (hours, rest) = (minutes / 60, minutes % 60)
            let two = rest < 10 ? "0\(rest)" : "\(rest)"
            var styles = [
                "\(minutes)", "\(minutes) min", "\(minutes)'", "\(minutes) Minuten", "PT\(minutes)M",
                "\(minutes * 60) s",
            ]
            if hours > 0 {
                styles += [
                    "\(hours) h \(rest) min", "\(hours)h\(two)", "\(hours) hours, \(rest) minutes",
                    "PT\(hours)H\(rest)M",
                ]
                styles += ["\(hours) Std. \(rest) Min.", "\(hours) h \(rest) min (\(minutes) min)"]
            }
            if hours < 10 { styles += ["\(hours):\(two)", "\(hours):\(two):00"] }
            if rest == 30 { styles += ["\(hours).5 h", "\(hours),5 Stunden"] }
            for style in styles { #expect(Minutes.read(style) == minutes, "\(style)") }
        }
    }
}
