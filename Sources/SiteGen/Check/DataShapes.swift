import SiteCheck
import SitePages

/// The programme for programs has all that they may rely on (`docs/catalog.md` tells where it comes from).
enum DataShapes {
    /// - Returns: `nil` if nothing is promised of that file.
    static func shape(of path: String) -> JSONShape? {
        if path == SitePaths.nowShowing { return nowShowing }
        let parts = path.split(separator: "/")
        guard parts.count == 3, parts[0] == SitePaths.data else { return nil }
        switch String(parts[1]) {
        case SitePaths.movies: return movie
        case SitePaths.theaters: return theater
        case SitePaths.layouts: return layout
        default: return nil
        }
    }

    private static let nowShowing = JSONShape.object([
        ("movies", .list(.object([("slug", .text), ("title", .text), ("year", .nullable(.number))])))
    ])

    private static let movie = JSONShape.object([
        ("slug", .text), ("title", .text), ("originalTitle", .anyText), ("year", .nullable(.number)),
        ("releaseDate", .nullable(.text)), ("runtime", .nullable(.number)), ("certificate", .anyText),
        ("synopsis", .anyText), ("languages", .list(.text)), ("genres", .list(.text)),
        ("cast", .list(.object([("name", .text), ("character", .anyText)]))), ("directors", .list(.text)),
        ("writers", .list(.text)), ("showtimes", .list(showtime)),
    ])

    private static let theater = JSONShape.object([
        ("slug", .text), ("name", .text), ("timeZone", .text), ("street", .anyText), ("postalCode", .anyText),
        ("city", .anyText), ("region", .anyText), ("country", .anyText), ("latitude", .nullable(.number)),
        ("longitude", .nullable(.number)),
        ("auditoriums", .list(.object([("name", .text), ("layout", .text), ("seats", .number)]))),
        ("showtimes", .list(showtime)),
    ])

    private static let showtime = JSONShape.object([
        ("id", .text), ("movie", .text), ("startsAt", .instant), ("endsAt", .instant), ("theater", .text),
        ("auditorium", .text), ("layout", .text), ("format", .anyText), ("language", .anyText),
        ("subtitles", .anyText), ("audioDescription", .flag), ("captions", .flag), ("relaxed", .flag),
        ("status", .text), ("prices", .list(price)),
    ])

    private static let price = JSONShape.object([
        ("ticketType", .text), ("priceCategory", .text), ("amount", .number), ("currency", .text),
    ])

    private static let layout = JSONShape.object([
        ("id", .text),
        (
            "rows",
            .list(.object([("label", .text), ("depth", .number), ("seats", .list(seat))]))
        ),
    ])

    private static let seat = JSONShape.object([
        ("label", .text), ("column", .number), ("kind", .text), ("priceCategory", .text),
    ])
}
