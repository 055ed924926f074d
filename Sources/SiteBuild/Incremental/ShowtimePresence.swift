import Catalog
import Cinema
import Foundation

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

    /// - Parameter instant: what begins later is ahead, and was ahead before.
    func isSure(ofMovie id: Int64, after instant: Date, _ reader: ProgrammeReader) throws -> Bool {
        try reader.hasShowtime(ofMovie: id, after: instant, besides: touched)
    }

    func isSure(of attendance: Attendance, after instant: Date, _ reader: ProgrammeReader) throws -> Bool {
        try reader.hasShowtime(
            inTheater: attendance.theater, on: attendance.day, after: instant, besides: touched)
    }
}
