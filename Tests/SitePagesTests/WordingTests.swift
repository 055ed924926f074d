import Testing

@testable import SitePages

@Suite("Wording")
struct WordingTests {
    @Test(
        "cuts a text between words, and says that it did",
        arguments: [
            ("one two three", 13, "one two three"), ("one two three", 12, "one two…"), ("one two three", 3, "on…"),
            ("  one\n\ttwo  ", 10, "one two"), ("", 10, ""), ("   ", 10, ""), ("exact fit  ", 9, "exact fit"),
            ("Amélie déjà vu", 11, "Amélie…"), ("Amélie déjà vu", 12, "Amélie déjà…"), ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "👩‍👩‍👧‍👦…"),
        ])
    func excerpts(text: String, limit: Int, excerpt: String) {
        #expect(Wording.excerpt(text, limit: limit) == excerpt)
    }

    @Test("counts seats as a person would list them")
    func ranges() {
        #expect(Wording.ranges([1, 2, 3, 7, 9, 10]) == "1–3, 7, 9–10")
        #expect(Wording.ranges([]) == "")
    }

    @Test("names languages by their code, and leaves what is no code")
    func languages() {
        #expect(Wording.language("fr") == "French")
        #expect(Wording.language("Klingon with surtitles") == "Klingon with surtitles")
    }

    @Test("names countries by their code, and leaves what is no code")
    func countries() {
        #expect(Wording.country("FR") == "France")
        #expect(Wording.country("Ruritania") == "Ruritania")
        #expect(Wording.country("") == "")
    }
}
