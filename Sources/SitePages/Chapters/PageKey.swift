package import Cinema

/// What a build renders, or leaves as it is, as one: most often a page and the data file that belongs to it.
package enum PageKey: Hashable, Sendable {
    case search, sitemap, movieList, home, days, theaterList, nowShowing, feed, plain, posters
    /// What the search knows of showtimes, and its page; without the films' words.
    case searchedShowtimes
    case genre(Int64)
    case day(CivilDate)
    /// That page among the pages of a day which has this theater.
    case dayOfTheater(CivilDate, Int64)
    case theater(Int64)
    case showtime(String)
    case layout(String)
    case movie(Int64)
    case person(Int64)

    package var chapter: Chapter {
        switch self {
        case .search, .searchedShowtimes: .search
        case .sitemap: .sitemap
        case .movieList: .movieList
        case .home: .home
        case .days: .days
        case .theaterList: .theaterList
        case .nowShowing: .nowShowing
        case .feed: .feed
        case .plain: .plain
        case .posters: .posters
        case .genre: .genre
        case .day, .dayOfTheater: .day
        case .theater: .theater
        case .showtime: .showtime
        case .layout: .layout
        case .movie: .movie
        case .person: .person
        }
    }

    /// The number of the row that has this page; `nil` if it has none, or a name.
    var number: Int64? {
        switch self {
        case .genre(let id), .theater(let id), .movie(let id), .person(let id): id
        case .search, .sitemap, .movieList, .home, .days, .theaterList, .nowShowing, .feed, .plain, .posters,
            .searchedShowtimes, .day, .dayOfTheater, .showtime, .layout:
            nil
        }
    }

    /// The name of the row that has this page; `nil` if it has none, or a number.
    var name: String? {
        switch self {
        case .showtime(let id), .layout(let id): id
        case .search, .sitemap, .movieList, .home, .days, .theaterList, .nowShowing, .feed, .plain, .posters,
            .searchedShowtimes, .day, .dayOfTheater, .genre, .theater, .movie, .person:
            nil
        }
    }
}

extension PageKey: CustomStringConvertible {
    /// What lists so much that it takes long, and nobody waits for who has just changed one thing.
    package static let patient: [PageKey] = [.search, .searchedShowtimes, .sitemap, .movieList]

    /// Whether rendering this may render that.
    package func includes(_ other: PageKey) -> Bool {
        switch (self, other) {
        case (.dayOfTheater(let day, _), .day(let whole)): day == whole
        case (.search, .searchedShowtimes): true
        default: self == other
        }
    }

    package var description: String {
        switch self {
        case .search, .sitemap, .movieList, .home, .days, .theaterList, .nowShowing, .feed, .plain, .posters:
            chapter.rawValue
        case .searchedShowtimes: "the search's showtimes"
        case .genre(let id), .theater(let id), .movie(let id), .person(let id): "\(chapter.rawValue) \(id)"
        case .showtime(let id), .layout(let id): "\(chapter.rawValue) \(id)"
        case .day(let day): "day \(day.iso)"
        case .dayOfTheater(let day, let theater): "day \(day.iso) of theater \(theater)"
        }
    }
}
