import Templating

/// A name that leads somewhere.
struct Link: TemplateModel {
    let name: String
    let href: String

    static let fields = Fields<Link>(
        .text("name") { $0.name },
        .text("href") { $0.href }
    )
}

/// A picture of a film, with its size in pixels if that is known.
struct PosterPart: TemplateModel {
    let src: String
    let width: String
    let height: String

    static let fields = Fields<PosterPart>(
        .text("src") { $0.src },
        .text("width") { $0.width },
        .text("height") { $0.height }
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
    let poster: PosterPart?
    let synopsis: String

    /// Enough of the synopsis to tell whether one wants to see the film.
    private static let synopsisLimit = 160

    static let fields = Fields<MovieCard>(
        .text("href") { $0.href },
        .text("title") { $0.title },
        .text("year") { $0.year },
        .text("runtime") { $0.runtime },
        .text("certificate") { $0.certificate },
        .list("genres") { $0.genres },
        .object("poster") { $0.poster },
        .text("synopsis") { Wording.excerpt($0.synopsis, limit: synopsisLimit) },
        .text("initial") { $0.initial }
    )

    /// The first letter of the title, for films without a poster.
    var initial: String {
        title.first { $0.isLetter || $0.isNumber }.map { $0.uppercased() } ?? "•"
    }
}

/// One showtime in a list.
struct ShowingPart: TemplateModel {
    let href: String
    let id: String
    /// RFC 3339, with the theater's offset.
    let startsAt: String
    let time: String
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
    let priceFrom: String
    let movie: Link
    let theater: Link

    static let fields = Fields<ShowingPart>(
        .text("href") { $0.href },
        .text("id") { $0.id },
        .text("startsAt") { $0.startsAt },
        .text("time") { $0.time },
        .text("endTime") { $0.endTime },
        .text("auditorium") { $0.auditorium },
        .text("format") { $0.format },
        .text("language") { $0.language },
        .text("subtitles") { $0.subtitles },
        .flag("audioDescription") { $0.audioDescription },
        .flag("captions") { $0.captions },
        .flag("relaxed") { $0.relaxed },
        .flag("isScheduled") { !$0.isCancelled && !$0.isSoldOut },
        .flag("isCancelled") { $0.isCancelled },
        .flag("isSoldOut") { $0.isSoldOut },
        .text("priceFrom") { $0.priceFrom },
        .object("movie") { $0.movie },
        .object("theater") { $0.theater }
    )
}

/// A cinema day that can be chosen.
struct DayPart: TemplateModel {
    let date: String
    let label: String
    let name: String
    let href: String
    let isCurrent: Bool

    static let fields = Fields<DayPart>(
        .text("date") { $0.date },
        .text("label") { $0.label },
        .text("name") { $0.name },
        .text("href") { $0.href },
        .flag("isCurrent") { $0.isCurrent }
    )
}

/// The way through a list that is too long for one page.
struct Pagination: TemplateModel {
    struct Page: TemplateModel {
        let number: String
        let href: String
        let isCurrent: Bool

        static let fields = Fields<Page>(
            .text("number") { $0.number },
            .text("href") { $0.href },
            .flag("isCurrent") { $0.isCurrent }
        )
    }

    let previous: String
    let next: String
    let pages: [Page]

    static let fields = Fields<Pagination>(
        .text("previous") { $0.previous },
        .text("next") { $0.next },
        .list("pages") { $0.pages }
    )
}

/// A film with some of its showtimes.
struct MovieShowings: TemplateModel {
    let card: MovieCard
    let showings: [ShowingPart]

    static let fields = Fields<MovieShowings>(
        .object("card") { $0.card },
        .list("showings") { $0.showings }
    )
}
