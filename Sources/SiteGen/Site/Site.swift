import Catalog
import Cinema
import Foundation

/// The programme as one site shows it: all that the pages are made from.
struct Site: Sendable {
    let programme: Programme
    let listings: Listings
    let url: SiteURL
    let context: SiteContext
    private let languages: [String: String]

    init(_ programme: Programme, _ settings: SiteSettings, assetsHash: String) {
        self.programme = programme
        url = settings.url
        listings = Listings(programme, now: settings.now)
        context = SiteContext(
            name: programme.name ?? "Marquee", url: url, api: settings.api, assetsHash: assetsHash,
            showtimes: listings.days.first.map(url.day) ?? url.movies)
        let codes = Set(
            programme.movies.flatMap(\.languages) + programme.showtimes.flatMap { [$0.language, $0.subtitles] })
        languages = Dictionary(uniqueKeysWithValues: codes.map { ($0, Wording.language($0)) })
    }

    func language(_ code: String) -> String { languages[code] ?? code }

    func card(_ index: Int) -> MovieCard {
        let movie = programme.movies[index]
        return MovieCard(
            href: url.movie(movie.slug), title: movie.title, year: movie.year.map(String.init) ?? "",
            runtime: movie.runtime.map(Wording.length) ?? "", certificate: movie.certificate,
            genres: genres(of: movie), poster: poster(of: movie),
            synopsis: movie.synopsis)
    }

    func genres(of movie: Movie) -> [Link] {
        movie.genres.map { Link(name: programme.genres[$0].name, href: url.genre(programme.genres[$0].slug)) }
    }

    func person(_ index: Int) -> Link {
        Link(name: programme.people[index].name, href: url.person(programme.people[index].slug))
    }

    func theaterLink(_ theater: Theater) -> Link {
        Link(name: theater.name, href: url.theater(theater.slug))
    }

    func poster(of movie: Movie) -> PosterPart? {
        movie.poster.map { poster in
            PosterPart(
                src: url.root + "/" + poster.location,
                width: poster.width.map(String.init) ?? "", height: poster.height.map(String.init) ?? "")
        }
    }

    func showing(_ index: Int) -> ShowingPart {
        let showtime = programme.showtimes[index]
        let local = listings.local[index]
        let movie = programme.movies[showtime.movie]
        let cheapest = showtime.priceList.flatMap { programme.priceLists[$0].cheapest }
        return ShowingPart(
            href: url.showtime(showtime.id), id: showtime.id, startsAt: local.starts.rfc3339,
            time: local.starts.clock, endTime: local.ends.clock,
            auditorium: programme.auditoriums[showtime.auditorium].name, format: showtime.format,
            language: language(showtime.language), subtitles: language(showtime.subtitles),
            audioDescription: showtime.audioDescription, captions: showtime.captions, relaxed: showtime.relaxed,
            isCancelled: showtime.status == .cancelled, isSoldOut: showtime.status == .soldOut,
            priceFrom: cheapest?.description ?? "", movie: Link(name: movie.title, href: url.movie(movie.slug)),
            theater: theaterLink(programme.theater(of: showtime)))
    }

    func showings(_ indices: some Sequence<Int>) -> [ShowingPart] { indices.map(showing) }

    /// The films of some showtimes, in order of title, each with its own.
    func movieShowings(_ indices: [Int]) -> [MovieShowings] {
        Dictionary(grouping: indices) { programme.showtimes[$0].movie }
            .sorted { $0.key < $1.key }
            .map { MovieShowings(card: card($0.key), showings: showings($0.value)) }
    }

    func day(_ day: CivilDate, current: CivilDate? = nil) -> DayPart {
        DayPart(
            date: day.iso, label: Wording.shortDay(day, today: listings.today), name: Wording.longDay(day),
            href: url.day(day), isCurrent: day == current)
    }

    /// The days to choose from: two weeks from `first` on, as far as there are showtimes.
    func days(current: CivilDate?) -> [DayPart] {
        let fortnight = 14
        let shown = listings.days.prefix(fortnight)
        let days = current.map { shown.contains($0) ? Array(shown) : [$0] + shown } ?? Array(shown)
        return days.map { day($0, current: current) }
    }

    /// - Returns: `nil` if there is one page only.
    func pagination(of list: String, page: Int, pageCount: Int) -> Pagination? {
        guard pageCount > 1 else { return nil }
        let near = (1...pageCount).filter { $0 == 1 || $0 == pageCount || abs($0 - page) <= 2 }
        return Pagination(
            previous: page > 1 ? url.page(page - 1, of: list) : "",
            next: page < pageCount ? url.page(page + 1, of: list) : "",
            pages: near.map { .init(number: String($0), href: url.page($0, of: list), isCurrent: $0 == page) })
    }
}

/// What a build is told from outside.
struct SiteSettings: Sendable {
    let url: SiteURL
    let api: String
    let now: Date
}
