import Cinema
import Templating
import Words

/// A name that leads somewhere.
struct Link: TemplateModel {
    let name: String
    let href: String

    static let fields = Fields<Link>(
        .text("name", \.name),
        .text("href", \.href)
    )
}

/// A picture of a film, with its size in pixels.
struct PosterPart: TemplateModel {
    let src: String
    let width: String
    let height: String
    /// Whether it was drawn from the film's title, because there is no picture of the film itself.
    let isDrawn: Bool
    /// Whether it is what a visitor sees first, and not to be waited for.
    var isFirst: Bool

    static let fields = Fields<PosterPart>(
        .text("src", \.src),
        .text("width", \.width),
        .text("height", \.height),
        .flag("isDrawn", \.isDrawn),
        .flag("isFirst", \.isFirst)
    )
}

/// A film in a list.
struct MovieCard: TemplateModel {
    let href: String
    let title: String
    let year: String
    let runtime: String
    let certificate: String
    let genres: [Link]
    var poster: PosterPart
    let synopsis: String

    /// Enough of the synopsis to tell whether one wants to see the film.
    private static let synopsisLimit = 160

    static let fields = Fields<MovieCard>(
        .text("href", \.href),
        .text("title", \.title),
        .text("year", \.year),
        .text("runtime", \.runtime),
        .text("certificate", \.certificate),
        .list("genres", \.genres),
        .object("poster", \.poster),
        .text("synopsis") { Wording.excerpt($0.synopsis, limit: synopsisLimit) }
    )
}

/// One showtime in a list.
struct ShowingPart: TemplateModel {
    let href: String
    let id: String
    /// On the theater's clock.
    let starts: LocalTime
    let words: TimeWords
    let endTime: String
    let auditorium: String
    let format: String
    let language: String
    let subtitles: String
    let audioDescription: Bool
    let captions: Bool
    let relaxed: Bool
    let isCancelled: Bool
    let isSoldOut: Bool
    /// Empty if there is no price to pay.
    let priceFrom: String
    let isFree: Bool
    let movie: Link
    let theater: Link

    static let fields = Fields<ShowingPart>(
        .text("href", \.href),
        .text("id", \.id),
        .text("startsAt") { $0.starts.rfc3339 },
        .text("day") { $0.words.day(of: $0.starts) },
        .text("time") { $0.starts.clock },
        .text("when") { $0.words.moment($0.starts) },
        .text("night") { $0.words.night(of: $0.starts) },
        .text("endTime", \.endTime),
        .text("auditorium", \.auditorium),
        .text("format", \.format),
        .text("language", \.language),
        .text("subtitles", \.subtitles),
        .flag("audioDescription", \.audioDescription),
        .flag("captions", \.captions),
        .flag("relaxed", \.relaxed),
        .flag("isScheduled") { !$0.isCancelled && !$0.isSoldOut },
        .flag("isCancelled", \.isCancelled),
        .flag("isSoldOut", \.isSoldOut),
        .text("priceFrom", \.priceFrom),
        .flag("isFree", \.isFree),
        .object("movie", \.movie),
        .object("theater", \.theater)
    )
}

/// A cinema day.
struct DayLink: TemplateModel {
    let date: String
    let name: String
    let href: String

    static let fields = Fields<DayLink>(
        .text("date", \.date),
        .text("name", \.name),
        .text("href", \.href)
    )
}

/// A cinema day among others to choose from. Its label (`Tomorrow`) holds for today only, so that pages which show it
/// are rendered anew each day.
struct DayChoice: TemplateModel {
    let link: DayLink
    let label: String
    let isCurrent: Bool

    static let fields = Fields<DayChoice>(
        .text("date", \.link.date),
        .text("name", \.link.name),
        .text("href", \.link.href),
        .text("label", \.label),
        .flag("isCurrent", \.isCurrent)
    )
}

/// The days of a film or of a theater that its page has no room for.
struct FurtherDays: TemplateModel {
    /// Where the first day goes on; empty if all of it is shown.
    let restOfFirst: String
    /// The days that have pages of their own.
    let days: [DayLink]

    /// So many are named; there may be more, which the pages of the days lead to.
    private static let most = 60

    init(_ first: FirstDays, _ link: (CivilDate) -> DayLink) {
        restOfFirst = first.isCut ? first.further.first.map { SiteURL.page(2, of: link($0).href) } ?? "" : ""
        days = first.further.prefix(Self.most).map(link)
    }

    static let fields = Fields<FurtherDays>(
        .text("restOfFirst", \.restOfFirst),
        .flag("hasDays") { !$0.days.isEmpty },
        .list("days", \.days)
    )
}

/// The way through a list that is too long for one page.
struct Pagination: TemplateModel {
    struct Page: TemplateModel {
        let number: String
        let href: String
        let isCurrent: Bool

        static let fields = Fields<Page>(
            .text("number", \.number),
            .text("href", \.href),
            .flag("isCurrent", \.isCurrent)
        )
    }

    let previous: String
    let next: String
    let pages: [Page]

    static let fields = Fields<Pagination>(
        .text("previous", \.previous),
        .text("next", \.next),
        .list("pages", \.pages)
    )
}

/// A film with some of its showtimes.
struct MovieShowings: TemplateModel {
    var card: MovieCard
    let showings: [ShowingPart]

    static let fields = Fields<MovieShowings>(
        .object("card", \.card),
        .list("showings", \.showings)
    )
}

extension [MovieShowings] {
    /// The same, at the top of a page: a visitor sees the first poster before anything else.
    func leading() -> [MovieShowings] {
        var all = self
        if !all.isEmpty { all[0].card.poster.isFirst = true }
        return all
    }
}
