import Catalog
import Cinema
import Templating
import Words

struct MoviePage: TemplateModel {
    let movie: MovieFacts
    /// As many of the next days as fit.
    let days: [Day]
    let further: FurtherDays

    /// The showtimes of a film on one day.
    struct Day: TemplateModel {
        let day: DayLink
        let theaters: [TheaterShowings]

        static let fields = Fields<Day>(
            .object("day", \.day),
            .list("theaters", \.theaters)
        )
    }

    /// The showtimes of a film on one day in one theater.
    struct TheaterShowings: TemplateModel {
        let theater: Link
        let city: String
        let showings: [ShowingPart]

        static let fields = Fields<TheaterShowings>(
            .object("theater", \.theater),
            .text("city", \.city),
            .list("showings", \.showings)
        )
    }

    static let meaning = "A film, and when it is shown."
    static let fields = Fields<MoviePage>(
        .object("movie", \.movie),
        .flag("hasShowings") { !$0.days.isEmpty },
        .list("days", \.days),
        .object("further", \.further)
    )
}

/// All that is known of a film.
struct MovieFacts: TemplateModel {
    struct CastMember: TemplateModel {
        let person: Link
        let character: String

        static let fields = Fields<CastMember>(
            .text("name", \.person.name),
            .text("href", \.person.href),
            .text("character", \.character)
        )
    }

    let card: MovieCard
    let originalTitle: String
    let releaseDate: String
    let synopsis: String
    let trailer: String
    let languages: [String]
    let cast: [CastMember]
    let directors: [Link]
    let writers: [Link]

    static let fields = Fields<MovieFacts>(
        .text("title", \.card.title),
        .text("originalTitle", \.originalTitle),
        .text("year", \.card.year),
        .text("releaseDate", \.releaseDate),
        .text("runtime", \.card.runtime),
        .text("certificate", \.card.certificate),
        .text("synopsis", \.synopsis),
        .text("trailer", \.trailer),
        .object("poster", \.card.poster),
        .texts("languages", \.languages),
        .list("genres", \.card.genres),
        .list("cast", \.cast),
        .list("directors", \.directors),
        .list("writers", \.writers)
    )
}

extension Site {
    func moviePage(_ movie: Movie, _ credits: MovieCredits, _ first: FirstDays) -> MoviePage {
        MoviePage(
            movie: MovieFacts(
                card: card(movie, isFirst: true), originalTitle: movie.originalTitle,
                releaseDate: movie.releaseDate.map(words.time.date) ?? "", synopsis: movie.synopsis,
                trailer: Wording.webAddress(movie.trailer), languages: credits.languages.map(language),
                cast: credits.cast.map { .init(person: link($0.person), character: $0.character) },
                directors: credits.directors.map(link), writers: credits.writers.map(link)),
            days: first.days.map { .init(day: link($0.day), theaters: theaterShowings($0.showtimes)) },
            further: FurtherDays(first) { link($0, of: movie) })
    }

    /// The theaters of some showtimes, in order of place, each with its own.
    func theaterShowings(_ showtimes: [Showtime]) -> [MoviePage.TheaterShowings] {
        Dictionary(grouping: showtimes, by: \.theater.place)
            .sorted { $0.key < $1.key }
            .map { _, showtimes in
                let theater = showtimes[0].theater
                return .init(theater: link(theater), city: theater.city, showings: showtimes.map(showing))
            }
    }

    /// A day of a film has a page of its own if the film's page has no room for it.
    func link(_ day: CivilDate, of movie: Movie) -> DayLink {
        DayLink(date: day.iso, name: words.time.day(day), href: url.movie(movie.slug, on: day))
    }

    func movieContext(_ movie: Movie, _ credits: MovieCredits, hasShowings: Bool) -> PageContext {
        let title = fullTitle(movie)
        let address = url.movie(movie.slug)
        return PageContext(
            .movie, title: title,
            description: Wording.excerpt(
                words.movies.description(title, context.name, movie.synopsis), limit: 200),
            canonical: url.absolute(address), image: sharedImage(of: movie),
            calendar: hasShowings ? url.calendar(of: address) : "", structuredData: structuredData(movie, credits))
    }
}
