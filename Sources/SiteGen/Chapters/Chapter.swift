import Catalog
import Cinema

/// The kinds of files that a site consists of, besides the public ones.
enum Chapter: String, CaseIterable, Codable {
    case search, sitemap, movieList, home, days, theaterList, nowShowing, feed, plain
    case genre, day, theater, showtime, layout, movie, person, posters
}

/// What a build renders, or leaves as it is, as one: most often a page and the data file that belongs to it.
enum PageKey: Hashable {
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

    var chapter: Chapter {
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
}

extension PageKey: CustomStringConvertible {
    /// What lists so much that it takes long, and nobody waits for who has just changed one thing.
    static let patient: [PageKey] = [.search, .searchedShowtimes, .sitemap, .movieList]

    /// Whether rendering this may render that.
    func includes(_ other: PageKey) -> Bool {
        switch (self, other) {
        case (.dayOfTheater(let day, _), .day(let whole)): day == whole
        case (.search, .searchedShowtimes): true
        default: self == other
        }
    }

    var description: String {
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

/// A piece of a build that one core does in one go.
struct RenderJob: Sendable {
    /// About how many pages it is, to tell how far a build has come.
    let pages: Int
    /// Whether it takes so long that whoever writes to the catalog should not wait for it.
    var isLong = false
    let render: @Sendable (ProgrammeReader, any FileSink) throws -> Void
}

/// Where the files of a site go when they are rendered.
protocol FileSink: AnyObject {
    var report: RenderReport { get }

    /// - Parameter path: below the site's root.
    /// - Returns: whether the site's file differs, or is missing.
    @discardableResult
    func write(_ bytes: [UInt8], to path: String) throws -> Bool

    /// The file at `path`, whatever is in it, belongs to the site.
    ///
    /// - Returns: `false` if it is not there, or has to be compared all the same.
    func keep(_ path: String) throws -> Bool

    /// There is no file at `path` any more.
    func remove(_ path: String) throws

    /// Of the things of one sort in `folder`, there is nothing any more but what has these names.
    func keepOnly(_ names: Set<String>, in folder: String, among isOfSort: (String) -> Bool) throws
}

extension FileSink {
    /// There is nothing in `folder` any more but what has these names.
    func keepOnly(_ names: Set<String>, in folder: String) throws {
        try keepOnly(names, in: folder) { _ in true }
    }
}
