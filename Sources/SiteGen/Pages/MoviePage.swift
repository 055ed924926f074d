import Catalog
import Cinema
import Templating

struct MoviePage: TemplateModel {
    let movie: MovieFacts
    let days: [Day]

    /// The showtimes of a film on one day.
    struct Day: TemplateModel {
        let day: DayPart
        let theaters: [TheaterShowings]

        static let fields = Fields<Day>(
            .object("day") { $0.day },
            .list("theaters") { $0.theaters }
        )
    }

    /// The showtimes of a film on one day in one theater.
    struct TheaterShowings: TemplateModel {
        let theater: Link
        let city: String
        let showings: [ShowingPart]

        static let fields = Fields<TheaterShowings>(
            .object("theater") { $0.theater },
            .text("city") { $0.city },
            .list("showings") { $0.showings }
        )
    }

    static let fields = Fields<MoviePage>(
        .object("movie") { $0.movie },
        .flag("hasShowings") { !$0.days.isEmpty },
        .list("days") { $0.days }
    )
}

/// All that is known of a film.
struct MovieFacts: TemplateModel {
    struct CastMember: TemplateModel {
        let person: Link
        let character: String

        static let fields = Fields<CastMember>(
            .text("name") { $0.person.name },
            .text("href") { $0.person.href },
            .text("character") { $0.character }
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
        .text("title") { $0.card.title },
        .text("originalTitle") { $0.originalTitle },
        .text("year") { $0.card.year },
        .text("releaseDate") { $0.releaseDate },
        .text("runtime") { $0.card.runtime },
        .text("certificate") { $0.card.certificate },
        .text("synopsis") { $0.synopsis },
        .text("trailer") { $0.trailer },
        .object("poster") { $0.card.poster },
        .text("initial") { $0.card.initial },
        .texts("languages") { $0.languages },
        .list("genres") { $0.card.genres },
        .list("cast") { $0.cast },
        .list("directors") { $0.directors },
        .list("writers") { $0.writers }
    )
}

extension Site {
    func moviePage(_ index: Int) -> MoviePage {
        let movie = programme.movies[index]
        let days = Dictionary(grouping: listings.ofMovie[index]) { listings.local[$0].day }
        return MoviePage(
            movie: MovieFacts(
                card: card(index), originalTitle: movie.originalTitle,
                releaseDate: movie.releaseDate.map(Wording.date) ?? "", synopsis: movie.synopsis,
                trailer: movie.trailer, languages: movie.languages.map(language),
                cast: movie.cast.map { .init(person: person($0.person), character: $0.character) },
                directors: movie.directors.map(person), writers: movie.writers.map(person)),
            days: days.keys.sorted().map { .init(day: day($0), theaters: theaterShowings(days[$0] ?? [])) })
    }

    private func theaterShowings(_ indices: [Int]) -> [MoviePage.TheaterShowings] {
        Dictionary(grouping: indices) { programme.auditoriums[programme.showtimes[$0].auditorium].theater }
            .sorted { $0.key < $1.key }
            .map { index, indices in
                let theater = programme.theaters[index]
                return .init(theater: theaterLink(theater), city: theater.city, showings: showings(indices))
            }
    }

    func movieContext(_ index: Int) -> PageContext {
        let movie = programme.movies[index]
        let year = movie.year.map { " (\($0))" } ?? ""
        let about = "\(movie.title)\(year): showtimes and tickets at \(context.name)."
        return PageContext(
            kind: .movie, title: movie.title + year,
            description: Wording.excerpt("\(about) \(movie.synopsis)", limit: 200),
            canonical: url.absolute(url.movie(movie.slug)))
    }
}
