import Cinema
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

    @Test("tells how long a film is", arguments: [(45, "45 min"), (60, "1 h"), (104, "1 h 44 min"), (1440, "24 h")])
    func lengths(minutes: Int, text: String) {
        #expect(Wording.length(minutes: minutes) == text)
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

    @Test("names days as seen from today")
    func days() throws {
        let today = try #require(CivilDate(iso: "2026-11-21"))
        #expect(Wording.shortDay(today, today: today) == "Today")
        #expect(Wording.shortDay(today.adding(days: 1), today: today) == "Tomorrow")
        #expect(Wording.shortDay(today.adding(days: 2), today: today) == "Mon 23 Nov")
        #expect(Wording.shortDay(today.adding(days: 179), today: today) == "Wed 19 May")
        #expect(Wording.shortDay(today.adding(days: 180), today: today) == "Thu 20 May 2027")
        #expect(Wording.shortDay(today.adding(days: -1), today: today) == "Fri 20 Nov")
    }
}
