import Catalog
import Cinema
import GRDB

/// Tells whether lists that name what has a showtime ahead are as they were: they are, for a movie or for a theater on
/// a day, if it has a showtime ahead that was ahead before too and that nothing happened to.
struct ShowtimePresence {
    struct Attendance: Hashable {
        let day: CivilDate
        let theater: Int64
    }

    /// Showtimes that were changed, or that have begun or ended meanwhile.
    private var touched: Set<String> = []
    private(set) var movies: [Int64: Cause] = [:]
    private(set) var attendances: [Attendance: Cause] = [:]

    mutating func touch(_ showtime: String, _ movie: Int64, _ cause: Cause) {
        touched.insert(showtime)
        movies[movie] = movies[movie] ?? cause
    }

    mutating func show(on day: CivilDate, _ theater: Int64, _ cause: Cause) {
        let attendance = Attendance(day: day, theater: theater)
        attendances[attendance] = attendances[attendance] ?? cause
    }

    /// Whether an untouched showtime that begins after `instant` meets the condition.
    func isSure(
        _ condition: String, _ arguments: StatementArguments, after instant: Int64, in database: Database
    ) throws -> Bool {
        let ids = try String.fetchCursor(
            database.cachedStatement(sql: "SELECT id FROM showtime WHERE \(condition) AND starts_at > ?"),
            arguments: arguments + [instant])
        while let id = try ids.next() {
            if !touched.contains(id) { return true }
        }
        return false
    }
}
