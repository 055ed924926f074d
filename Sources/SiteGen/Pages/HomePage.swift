import Catalog
import Templating

struct HomePage: TemplateModel {
    let days: [DayChoice]
    /// The first day that has showings.
    let day: DayChoice?
    /// What is on that day.
    let movies: [MovieShowings]
    /// Other films, those that are shown later first.
    let coming: [MovieCard]

    static let fields = Fields<HomePage>(
        .list("days", \.days),
        .object("day", \.day),
        .list("movies", \.movies),
        .list("coming", \.coming)
    )
}

extension Site {
    /// A home page shows what one can see soon, and no more than one can take in.
    static let moviesToday = 40
    static let moviesComing = 24

    /// - Parameters:
    ///   - showtimes: on the first day.
    ///   - coming: other films.
    func homePage(_ showtimes: [Showtime], coming: [Movie]) -> HomePage {
        HomePage(
            days: dayChoices(current: days.first), day: days.first.map { choice($0, isCurrent: true) },
            movies: movieShowings(showtimes),
            coming: coming.map(card))
    }

    func homeContext() -> PageContext {
        PageContext(
            kind: .home, title: "What's on", description: "Films and showtimes at \(context.name).",
            canonical: url.absolute(url.home), structuredData: structuredDataOfHome())
    }
}
