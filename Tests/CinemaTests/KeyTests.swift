import Cinema
import Foundation
import Testing

@Suite("A key")
struct KeyTests {
    /// Signs that have more than one spelling, look like others, or stand in a row of marks.
    private static let signs = [
        "K", "\u{212A}", "Å", "A\u{30A}", "\u{212B}", "\u{1EAC}", "A\u{323}\u{302}", "A\u{302}\u{323}", "\u{2126}", "Ω",
        "é", "e\u{301}", "한", "\u{1112}\u{1161}\u{11AB}", "Ｋ", "a", "7", "Я", "и\u{306}", "が",
        "か\u{3099}", "\u{1F71}", "\u{3AC}", "\u{FB49}", "\u{5E9}\u{5BC}", "\u{958}", "\u{915}\u{93C}", "\u{2ADC}",
    ]

    @Test("texts that Unicode calls the same become one key, with the same bytes; others do not")
    func oneSpelling() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 1...5_000 {
            let one = Self.text(&random)
            let other = Bool.random(using: &random) ? Self.spelling(of: one, &random) : Self.text(&random)
            let keys = (try SeatName(checking: one), try SeatName(checking: other))
            // Swift's own comparison of texts is Unicode's.
            #expect((keys.0 == keys.1) == (one == other), "\(Self.code(one)) and \(Self.code(other))")
            #expect((Array(keys.0.text.utf8) == Array(keys.1.text.utf8)) == (one == other))
            #expect(Set([keys.0, keys.1]).count == (one == other ? 1 : 2))
            #expect((keys.0 < keys.1) == Array(keys.0.text.utf8).lexicographicallyPrecedes(Array(keys.1.text.utf8)))
            #expect(try SeatName(checking: keys.0.text).text.unicodeScalars.elementsEqual(keys.0.text.unicodeScalars))
        }
    }

    @Test("a vowel that stands in no normal form is its parts, in their order")
    func tibetan() throws {
        let whole = try SeatName(checking: "r\u{F73}\u{33A}")
        #expect(try SeatName(checking: "r\u{33A}\u{F72}\u{F71}") == whole)
        #expect(Array(whole.text.unicodeScalars) == ["r", "\u{F71}", "\u{F72}", "\u{33A}"])
    }

    private static func text(_ random: inout some RandomNumberGenerator) -> String {
        "r"
            + (1...Int.random(in: 1...3, using: &random)).map { _ in signs.randomElement(using: &random) ?? "" }
            .joined()
    }

    private static func spelling(of text: String, _ random: inout some RandomNumberGenerator) -> String {
        [
            text.decomposedStringWithCanonicalMapping, text.inNormalForm,
            text.replacing("K", with: "\u{212A}"), text.replacing("Å", with: "\u{212B}"),
            text.replacing("Ω", with: "\u{2126}"),
        ].randomElement(using: &random) ?? text
    }

    private static func code(_ text: String) -> String {
        text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
    }

    @Test(
        "what can be seen and said is a key",
        arguments: ["C5", "Été", "РЯД1", "第1排", "child under 14", "½", "a-b_c.d", "שּׁ", "ร้าน", "👍"])
    func readable(_ text: String) throws {
        #expect(try TicketTypeCode(checking: text).text == text.inNormalForm)
    }

    @Test(
        "what cannot be seen, said or carried is none",
        arguments: [
            "", " ", " a", "a ", "a  b", "a\u{A0}b", "a\tb", "a\nb", "a\u{2028}b", "a\u{85}b", "a\u{0}", "\u{7F}",
            "a\u{90}b",
            "A\u{200D}", "a\u{200B}b", "a\u{AD}b", "\u{FEFF}a", "a\u{202E}b", "a\u{2066}b", "a\u{61C}b", "a\u{FE0F}",
            "\u{3164}", "\u{115F}", "a\u{E0041}", "\u{34F}a", "\u{FFFE}", "a\u{10FFFF}", "\u{378}", "\u{301}a",
            "a \u{301}", String(repeating: "a", count: 256), String(repeating: "é", count: 128),
        ])
    func refused(_ text: String) {
        #expect(TicketTypeCode(text) == nil)
        #expect(SeatName(text) == nil)
    }

    @Test(
        "a showtime is named as addresses are, and like no other page",
        arguments: [
            ("the-opening", true), ("a", true), ("2026-12-13-late", true), (String(repeating: "a", count: 255), true),
            ("The-opening", false), ("-a", false), ("a b", false), ("a/b", false), ("é", false), ("\u{212A}", false),
            ("2026-12-13", false), ("2026-12-32", false), ("2026-13-99", false), ("9999-99-99", false),
            ("0000-00-00", false),
            ("2026-12-1", true), ("2026-12-132", true), ("page", false), ("", false),
            (String(repeating: "a", count: 256), false),
            ("a.b", false),
        ])
    func addresses(text: String, isKey: Bool) {
        #expect((ShowtimeID(text) != nil) == isKey)
    }

    @Test(
        "a row has up to four letters or digits of any script, counted as people count them",
        arguments: [
            ("РЯД1", true), ("ÅÄÖ1", true), ("A\u{30A}BCD", true), ("क्षि", true), ("ROWA", true), ("½", true),
            ("РЯД12", false), ("ROW-A", false), ("A\u{200D}", false), ("A_", false), ("😀", false), ("\u{3164}", false),
            ("A" + String(repeating: "\u{301}", count: 40), false),
        ])
    func rows(label: String, isLabel: Bool) throws {
        #expect((RowLabel(label) != nil) == isLabel)
        let seat = try? SeatPlan.layout(of: "\(label) ss").rows[0].seats[1].label
        #expect((seat != nil) == isLabel)
        #expect(seat?.text == (isLabel ? "\(label)2".inNormalForm : nil))
    }

    @Test("keys are text in JSON, also as the names of a dictionary's values")
    func json() throws {
        let names: [TicketTypeCode: String] = ["Été": "Summer"]
        let data = try JSONEncoder().encode(names)
        #expect(String(decoding: data, as: UTF8.self) == #"{"Été":"Summer"}"#)
        #expect(try JSONDecoder().decode([TicketTypeCode: String].self, from: data) == names)
        #expect(try JSONDecoder().decode([SeatName].self, from: Data(#"["C5"]"#.utf8)) == ["C5"])
    }
}

@Suite("The rows of a room")
struct DistinctRowTests {
    @Test(
        "that nobody could tell apart at the door are refused, with the line of the second",
        arguments: [
            ("K ss\nＫ ss", 2), ("A ss\na ss", 2), ("A ss\nB ss\nА ss", 3), ("A ss\nΑ ss", 2), ("Å ss\n\nå ss", 3),
            ("1 s\n１ s", 2), ("O s\n0 s", 2), ("o s\n0 s", 2), ("I s\nl s", 2), ("1 s\nI s", 2), ("l s\n1 s", 2),
            ("L s\nl s", 2), ("A s\nꓮ s", 2), ("10 s\nIO s", 2), ("lA s\n1a s", 2), ("Il s\nB s\nlI s", 3),
            ("A s\nᎪ s", 2), ("Ⲁ s\nА s", 2), ("Ο s\n0 s", 2), ("О s\nО\u{301} s\nO\u{301} s", 3), ("ı s\n1 s", 2),
            ("Ⅰ s\nI s", 2), ("① s\n1 s", 2), ("У s\nY s", 2), ("у s\ny s", 2), ("ν s\nv s", 2), ("а s\nA s", 2),
            ("Ð s\nĐ s", 2), ("٣ s\n3 s", 2), ("Ё s\nË s", 2), ("Ӏ s\n1 s", 2), ("Օ s\n0 s", 2), ("З s\n3 s", 2),
        ])
    func lookAlikes(plan: String, line: Int) throws {
        let layout = try SeatPlan.layout(of: plan)
        let problem = #expect(throws: SeatPlan.Problem.self) { try SeatPlan.requireDistinctRows(layout) }
        #expect(problem?.line == line && problem?.message.contains("look alike") == true)
    }

    @Test("that are one in all spellings are drawn twice")
    func twins() {
        #expect(throws: SeatPlan.Problem.self) { try SeatPlan.layout(of: "Å s\nA\u{30A} s") }
        #expect(throws: SeatPlan.Problem.self) { try SeatPlan.layout(of: "K s\n\u{212A} s") }
    }

    private static func rows(_ labels: String) -> String { labels.map { "\($0) s" }.joined(separator: "\n") }

    @Test(
        "that differ in more than their look are a room",
        arguments: [
            "A s\nÅ s\nB s", "A s\nAA s\nÄ s", "Б s\nВ s\nГ s", "I s\nL s", "1 s\nL s", "O s\nQ s", "い s\nろ s\nは s",
            "1 s\n2 s\n3 s", "α s\nβ s\nγ s\nδ s", SeatPlan.rectangle(rows: 200, columns: 1),
            rows("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"),
            rows("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"),
            (1...60).map { "R\($0) s" }.joined(separator: "\n"),
        ])
    func distinct(plan: String) throws {
        try SeatPlan.requireDistinctRows(try SeatPlan.layout(of: plan))
    }
}
