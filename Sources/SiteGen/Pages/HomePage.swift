import Catalog
import Templating

struct HomePage: TemplateModel {
    let days: [DayPart]
    /// The first day that has showings.
    let day: DayPart?
    /// What is on that day.
    let movies: [MovieShowings]
    /// Films that are shown later.
    let coming: [MovieCard]

    static let fields = Fields<HomePage>(
        .list("days") { $0.days },
        .object("day") { $0.day },
        .list("movies") { $0.movies },
        .list("coming") { $0.coming }
    )
}

extension Site {
    /// A home page shows what one can see soon, and no more than one can take in.
    private static let moviesToday = 40
    private static let moviesComing = 24

    func homePage() -> HomePage {
        let first = listings.days.first
        let today = first.flatMap { listings.ofDay[$0] } ?? []
        let onToday = Set(today.map { programme.showtimes[$0].movie })
        return HomePage(
            days: days(current: first), day: first.map { day($0, current: first) },
            movies: Array(movieShowings(today).prefix(Self.moviesToday)),
            coming: listings.moviesShowingFirst.lazy.filter { !onToday.contains($0) }.prefix(Self.moviesComing).map(
                card))
    }

    func homeContext() -> PageContext {
        PageContext(
            kind: .home, title: "What's on", description: "Films and showtimes at \(context.name).",
            canonical: url.absolute(url.home))
    }
}
