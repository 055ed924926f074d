import Catalog

/// Every page that search engines may show: those whose ``PageContext/isIndexed`` is true. Who adds a kind of page to the
/// site adds its addresses here, or says that it is none.
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
            for address in [url.home, url.showtimes, url.search, url.movies, url.theaters] { try page(address, nil) }
        case .movies:
            try reader.eachPage(of: .movie) { try page(url.movie($1), latest($2, showtimeChanges.movies[$0])) }
        case .theaters:
            try reader.eachPage(of: .theater) { try page(url.theater($1), latest($2, showtimeChanges.theaters[$0])) }
        case .days:
            for day in site.days { try page(url.day(day), nil) }
        case .genres:
            for genre in try reader.genres() { try page(url.genre(genre.slug), nil) }
        case .people:
            try reader.eachPage(of: .person) { try page(url.person($1), $2) }
        case .showtimes:
            try reader.eachShowtimePage { try page(url.showtime($0), $1) }
        }
    }

    private func latest(_ one: Int?, _ other: Int?) -> Int? {
        one.map { max($0, other ?? $0) } ?? other
    }
}
