import Markup

/// How much a first visit to a page may load, pictures apart.
struct PageBudget {
    /// In bytes, each file compressed with gzip.
    let bytes: Int
    /// `nil` if it may make as many requests as it likes.
    let requests: Int?

    /// The page to choose seats on is a program; those of the programme are for a quick look on a cheap phone.
    init(path: String) {
        let parts = path.split(separator: "/")
        let isShowtime = parts.count == 3 && parts[0] == "showtimes" && !Self.isDay(parts[1])
        let isBooking = isShowtime || path == "checkout/index.html" || path == "tickets/index.html"
        bytes = isShowtime ? 65_000 : 45_000
        requests = isBooking ? nil : 5
    }

    /// Whether a folder's name is a day such as `2026-11-21`.
    private static func isDay(_ name: Substring) -> Bool {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.utf8.allSatisfy(\.isDigit) }
    }
}

extension Page {
    /// The scripts and style sheets that a browser loads with it.
    func assets(of site: Site) -> [Int] {
        site.assets.closure(of: links.compactMap { $0.kind.isWaitedFor ? $0.destination.file : nil })
    }
}
