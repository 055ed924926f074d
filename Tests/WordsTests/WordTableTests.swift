import Testing

@testable import Words

@Suite("A table of words")
struct WordTableTests {
    private func table(_ text: String) throws -> WordTable {
        try WordTable(text, language: "en", file: "words/en.yaml")
    }

    private func problems(_ text: String) -> [String] {
        do {
            _ = try table(text)
            return []
        } catch {
            return "\(error)".split(separator: "\n").map(String.init)
        }
    }

    @Test("has words in groups, with places and plural forms")
    func reading() throws {
        let table = try table(
            """
            seats:
              heading: Choose your seats
              kept: Kept until {time}, {name}
              count:
                one: "{count} seat"
                other: "{count} seats"
            """)
        #expect(table.words.keys.sorted() == ["seats.count", "seats.heading", "seats.kept"])
        #expect(table.words["seats.kept"]?.places == ["time", "name"])
        #expect(table.words["seats.count"]?.isPlural == true)
    }

    @Test(
        "says what is wrong in it, and where",
        arguments: [
            ("a: {b}", "words/en.yaml:1:4: a text that begins with '{' stands in quotes"),
            ("a: [b]", "words/en.yaml:1:4: 'a' is no group of words: write 'key: text' lines below it"),
            ("a: \"{b\"", "words/en.yaml:1:4: a '{' stands alone; a place is written as '{name}'"),
            ("a: \"b}\"", "words/en.yaml:1:4: a '}' stands alone; a place is written as '{name}'"),
            ("a: \"{b c}\"", "words/en.yaml:1:4: '{b c}' is no place; its name has letters and dots only"),
            ("a: \"\"", "words/en.yaml:1:4: 'a' says nothing"),
            (
                "a b: c",
                "words/en.yaml:1:1: 'a b' is no key: keys have letters, digits and '_', and begin with a letter"
            ),
            ("a:\n  other: b", "words/en.yaml:1:1: 'a' has no form 'one'"),
            (
                "a:\n  few: b\n  one: c\n  other: d",
                "words/en.yaml:2:3: 'few' is no plural form of this language; it has one, other"
            ),
            ("a: b\na: c", "words/en.yaml:1:1: this group has 'a' twice"),
        ])
    func faults(_ text: String, _ problem: String) {
        #expect(problems(text) == [problem])
    }

    @Test("tells all that is wrong at once, in order")
    func everyFault() {
        #expect(
            problems("b: \"}\"\na: \"\"").map { String($0.prefix(19)) } == [
                "words/en.yaml:1:4: ", "words/en.yaml:2:4: ",
            ])
    }

    @Test("has a rule of plural forms for its language, or is refused")
    func languages() throws {
        #expect(PluralRule(of: "en-GB")?.forms == [.one, .other])
        #expect([0, 1, 2].map { PluralRule(of: "en")?.form(of: $0) } == [.other, .one, .other])
        #expect(throws: WordError.self) { try WordTable("a: b", language: "xx", file: "xx.yaml") }
    }

    @Test("may have words of its own that a template says, and none that nobody says")
    func strays() throws {
        let table = try table("site:\n  skipp: Skip\n  own: Ours")
        let error = #expect(throws: WordError.self) { try table.requireUse(["site.own"]) }
        #expect(
            error?.description == "words/en.yaml:2:3: nothing says the word 'site.skipp'; do you mean 'site.skip'?")
    }
}

@Suite("What a program takes out of a table of words")
struct WordReaderTests {
    private let text = """
        a:
          plain: Hello
          kept: Kept for {name} until {time}
          count:
            one: "{count} seat"
            other: "{count} seats"
        """

    private func problems(_ body: (inout WordReader) -> Void) throws -> [String] {
        var reader = WordReader(try WordTable(text, language: "en", file: "en.yaml"))
        body(&reader)
        do {
            try reader.finish()
            return []
        } catch {
            return "\(error)".split(separator: "\n").map(String.init)
        }
    }

    @Test("is filled with values, in whatever order the table says them")
    func phrases() throws {
        var reader = WordReader(try WordTable(text, language: "en", file: "en.yaml"))
        let kept = reader.phrase("a.kept", "time", "name")
        let count = reader.counted("a.count")
        try reader.finish()
        #expect(kept("20:30", "Ana") == "Kept for Ana until 20:30")
        #expect([0, 1, 2].map { count($0) } == ["0 seats", "1 seat", "2 seats"])
        #expect(reader.keys == ["a.kept", "a.count"])
    }

    @Test("is escaped where it will stand in markup, and its values are not")
    func escaping() throws {
        var reader = WordReader(
            try WordTable("a: <{b}>", language: "en", file: "en.yaml"),
            escaping: { $0.replacing("<", with: "&lt;").replacing(">", with: "&gt;") })
        #expect(reader.phrase("a", "b")("<b>") == "&lt;<b>&gt;")
    }

    @Test("has to be there, with the places and forms that the program knows")
    func faults() throws {
        #expect(
            try problems { _ = $0.text("a.plian") } == [
                "en.yaml:1:1: there is no word 'a.plian'; do you mean 'a.plain'?"
            ])
        #expect(
            try problems { _ = $0.phrase("a.kept", "time") } == [
                "en.yaml:3:3: 'a.kept' has no place '{name}'; its places are {time}"
            ])
        #expect(
            try problems { _ = $0.phrase("a.plain", "time") } == [
                "en.yaml:2:3: 'a.plain' does not say '{time}'; its places are {time}"
            ])
        #expect(
            try problems { _ = $0.text("a.count") } == [
                "en.yaml:4:3: 'a.count' has no place '{count}'; it has no places",
                "en.yaml:4:3: 'a.count' depends on no number and is one text, without plural forms",
            ])
        #expect(
            try problems { _ = $0.counted("a.plain") } == [
                "en.yaml:2:3: 'a.plain' depends on a number and needs plural forms: one, other"
            ])
    }
}
