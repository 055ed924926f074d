package import Words

/// What the site's Swift says to visitors, taken from the table once a build. What templates and scripts say, they name
/// themselves.
package final class SiteWords: Sendable {
    /// A BCP 47 code.
    let language: String
    let time: TimeWords
    let lists: ListWords
    let days: DayWords
    let showings: ShowingWords
    let calendar: CalendarWords
    let movies: MovieWords
    let people: PersonWords
    let theaters: TheaterWords
    let seats: SeatWords
    let other: OtherPageWords
    /// The keys of all of them, sorted.
    package let keys: [String]

    /// - Throws: ``WordError`` that names every word which does not fit.
    package init(_ table: WordTable) throws {
        var words = WordReader(table)
        language = table.language
        time = TimeWords(&words)
        lists = ListWords(&words)
        days = DayWords(&words)
        showings = ShowingWords(&words)
        calendar = CalendarWords(&words)
        movies = MovieWords(&words)
        people = PersonWords(&words)
        theaters = TheaterWords(&words)
        seats = SeatWords(&words)
        other = OtherPageWords(&words)
        keys = words.keys.sorted()
        try words.finish()
    }
}
