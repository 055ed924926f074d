import Catalog

/// Every page that search engines may show: all but `404.html`, the checkout and the tickets. Who adds a kind of page to
/// the site adds its addresses here.
struct IndexedPages {
    /// Each has sitemaps of its own.
    enum Kind: String, CaseIterable {
        case pages, movies, theaters, days, genres, people, showtimes
    }

    private let site: Site
    private let reader: ProgrammeReader
    private let showtimeChanges: (movies: [Int64: Int], theaters: [Int64: Int])

    init(_ site: Site, _ reader: ProgrammeReader) throws {
        self.site = site
        self.reader = reader
        showtimeChanges = try reader.showtimeChanges()
    }

    /// Calls `page` with each address, and with the time at which what stands there was last changed, in seconds since
    /// 1970, if that is known. Lists have none: what is on them changes with every showing that begins.
    func each(of kind: Kind, _ page: (_ address: String, _ changedAt: Int?) throws -> Void) throws {
        let url = site.url
        switch kind {
        case .pages:
            for address in [url.home, url.showtimes, url.search] { try page(address, nil) }
            try list(url.movies, of: try reader.movieCount(), by: site.listSizes.movies, page)
            try list(url.theaters, of: try reader.theaterIDs().count, by: site.listSizes.theaters, page)
        case .movies:
            try reader.eachPage(of: .movie) { try page(url.movie($1), latest($2, showtimeChanges.movies[$0])) }
        case .theaters:
            try reader.eachPage(of: .theater) { try page(url.theater($1), latest($2, showtimeChanges.theaters[$0])) }
        case .days:
            for day in site.days {
                try list(url.day(day), of: try reader.theaters(on: day).count, by: site.listSizes.theatersOfDay, page)
            }
        case .genres:
            for genre in try reader.genres() {
                let count = try reader.movieCount(genre: genre.id)
                try list(url.genre(genre.slug), of: count, by: site.listSizes.movies, page)
            }
        case .people:
            try reader.eachPage(of: .person) { try page(url.person($1), $2) }
        case .showtimes:
            try reader.eachShowtimePage { try page(url.showtime($0), $1) }
        }
    }

    private func list(
        _ address: String, of count: Int, by size: Int, _ page: (_ address: String, _ changedAt: Int?) throws -> Void
    ) throws {
        for number in 1...max(1, (count + size - 1) / size) { try page(site.url.page(number, of: address), nil) }
    }

    private func latest(_ one: Int?, _ other: Int?) -> Int? {
        one.map { max($0, other ?? $0) } ?? other
    }
}
