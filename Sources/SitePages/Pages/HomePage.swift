import Catalog
import Templating

struct HomePage: TemplateModel {
    let days: [DayChoice]
    /// The first day that has showings.
    let day: DayChoice?
    /// What is on that day; empty if it does not fit on a page.
    let movies: [MovieShowings]
    /// The films of that day, if their showings do not fit.
    let films: [MovieCard]
    /// Other films, those that are shown later first.
    let coming: [MovieCard]

    static let fields = Fields<HomePage>(
        .list("days", \.days),
        .object("day", \.day),
        .list("movies", \.movies),
        .flag("hasFilms") { !$0.films.isEmpty },
        .list("films", \.films),
        .flag("hasComing") { !$0.coming.isEmpty },
        .list("coming", \.coming)
    )
}

extension Site {
    /// A home page shows what one can see soon, and no more than one can take in.
    static let moviesToday = 40
    static let moviesComing = 24

    /// - Parameters:
    ///   - movies: of the first day.
    ///   - showtimes: on that day, if they fit.
    ///   - coming: other films.
    func homePage(_ movies: [Movie], _ showtimes: [Showtime]?, coming: [Movie]) -> HomePage {
        HomePage(
            days: dayChoices(current: days.first), day: days.first.map { choice($0, isCurrent: true) },
            movies: movieShowings(showtimes ?? []).leading(),
            films: showtimes == nil ? movies.map { card($0) } : [], coming: coming.map { card($0) })
    }

    func homeContext() -> PageContext {
        PageContext(
            kind: .home, title: "What's on", description: "Films and showtimes at \(context.name).",
            canonical: url.absolute(url.home), structuredData: structuredDataOfHome())
    }
}
