package import Catalog
import Cinema
import Foundation
import Templating
import Words

/// What all pages of one site share, and the parts that they are put together from.
package struct Site: Sendable {
    let url: SiteURL
    let words: SiteWords
    let context: Shared<SiteContext>
    let headers: SiteHeaders
    let listSizes: ListSizes
    let now: Date
    /// The cinema day at this moment, where the cinema is.
    let today: CivilDate
    /// The days that have showtimes ahead, in order.
    let days: [CivilDate]
    package let posters: PosterFiles
    let caches: SiteCaches

    package init(
        _ reader: ProgrammeReader, _ settings: SiteSettings, _ words: SiteWords, _ publicFiles: PublicFiles,
        _ days: SiteDays, _ posters: PosterFiles, caches: SiteCaches
    ) throws {
        url = settings.url
        self.words = words
        headers = SiteHeaders(site: settings.url, api: settings.api)
        listSizes = settings.listSizes
        context = Shared(
            SiteContext(
                name: try reader.cinemaName() ?? "Marquee", language: words.language, url: url, api: settings.api,
                publicFiles: publicFiles, headers: headers))
        now = reader.now
        today = days.today
        self.days = days.ahead
        self.posters = posters
        self.caches = caches
    }

    func language(_ code: String) -> String { caches.languages[code] }

    func prices(of showtime: Showtime) -> PriceParts { caches.prices[showtime.prices, words.showings] }

    func parts(of theater: Theater) -> TheaterParts { caches.theaterParts[theater, self] }

    /// - Parameter isFirst: whether its poster is what a visitor sees first.
    func card(_ movie: Movie, isFirst: Bool = false) -> MovieCard {
        MovieCard(
            href: url.movie(movie.slug), title: movie.title, year: movie.year.map { String($0) } ?? "",
            runtime: movie.runtime.map { words.time.length(minutes: $0) } ?? "", certificate: movie.certificate,
            genres: movie.genres.map(link), poster: poster(of: movie, isFirst: isFirst), synopsis: movie.synopsis)
    }

    func link(_ movie: Movie) -> Link { Link(name: movie.title, href: url.movie(movie.slug)) }
    func link(_ genre: Genre) -> Link { Link(name: genre.name, href: url.genre(genre.slug)) }
    func link(_ person: Person) -> Link { Link(name: person.name, href: url.person(person.slug)) }
    func link(_ theater: Theater) -> Link { Link(name: theater.name, href: url.theater(theater.slug)) }

    /// - Returns: `nil` if the film has no picture of its own: networks show none that is drawn as SVG.
    func sharedImage(of movie: Movie) -> SharedImage? {
        let poster = poster(of: movie)
        guard !poster.isDrawn else { return nil }
        return SharedImage(
            address: url.absolute(poster.src), width: poster.width, height: poster.height,
            text: words.lists.poster(movie.title), isWide: (Int(poster.width) ?? 0) > (Int(poster.height) ?? 0))
    }

    func showing(_ showtime: Showtime) -> ShowingPart {
        ShowingPart(
            href: url.showtime(showtime.id), id: showtime.id, starts: showtime.starts, words: words.time,
            endTime: showtime.ends.clock,
            auditorium: showtime.auditorium.name,
            format: showtime.format, language: language(showtime.language), subtitles: language(showtime.subtitles),
            audioDescription: showtime.audioDescription, captions: showtime.captions, relaxed: showtime.relaxed,
            isCancelled: showtime.status == .cancelled, isSoldOut: showtime.status == .soldOut,
            priceFrom: showtime.prices?.cheapest ?? "", isFree: showtime.prices?.isFree ?? false,
            movie: link(showtime.movie), theater: link(showtime.theater))
    }

    /// The films of some showtimes, in order of title, each with its own.
    func movieShowings(_ showtimes: [Showtime]) -> [MovieShowings] {
        Dictionary(grouping: showtimes, by: \.movie.slug)
            .sorted { $0.key < $1.key }
            .map { MovieShowings(card: card($0.value[0].movie), showings: $0.value.map(showing)) }
    }

    func link(_ day: CivilDate) -> DayLink {
        DayLink(date: day.iso, name: words.time.day(day), href: url.day(day))
    }

    /// The days to choose from: two weeks from the first on, as far as there are showtimes.
    func dayChoices(current: CivilDate?) -> [DayChoice] {
        let fortnight = 14
        let shown = days.prefix(fortnight)
        let choices = current.map { shown.contains($0) ? Array(shown) : [$0] + shown } ?? Array(shown)
        return choices.map { choice($0, isCurrent: $0 == current) }
    }

    func choice(_ day: CivilDate, isCurrent: Bool = false) -> DayChoice {
        DayChoice(link: link(day), label: words.time.shortDay(day, today: today), isCurrent: isCurrent)
    }

    /// Titles and descriptions differ from page to page of a list.
    func numbered(_ text: String, _ page: Int) -> String {
        page == 1 ? text : words.lists.page(text, String(page))
    }

    /// - Returns: `nil` if there is one page only.
    func pagination(of list: String, page: Int, pageCount: Int) -> Pagination? {
        guard pageCount > 1 else { return nil }
        let near = (1...pageCount).filter { $0 == 1 || $0 == pageCount || abs($0 - page) <= 2 }
        return Pagination(
            previous: page > 1 ? SiteURL.page(page - 1, of: list) : "",
            next: page < pageCount ? SiteURL.page(page + 1, of: list) : "",
            pages: near.map { .init(number: String($0), href: SiteURL.page($0, of: list), isCurrent: $0 == page) })
    }
}
