import Catalog
import Cinema

// How showtimes are cut into pages that stay light, however large a cinema is.
extension Collection where Element == Showtime {
    /// How many lines these showtimes take on a page: one each, and one for each heading above them.
    ///
    /// - Parameter heading: what those have in common that stand below one heading, and next to each other.
    func lines(below heading: (Showtime) -> Int64) -> Int {
        var lines = count
        var last: Int64?
        for showtime in self where heading(showtime) != last {
            last = heading(showtime)
            lines += 1
        }
        return lines
    }

    /// The showtimes in pieces of at most `lines` lines.
    func pages(of lines: Int, below heading: (Showtime) -> Int64) -> [[Showtime]] {
        var pages: [[Showtime]] = []
        var page: [Showtime] = []
        var used = 0
        for showtime in self {
            let isBelowLast = page.last.map(heading) == heading(showtime)
            if !page.isEmpty, used + (isBelowLast ? 1 : 2) > lines {
                pages.append(page)
                (page, used) = ([], 0)
            }
            used += page.last.map(heading) == heading(showtime) ? 1 : 2
            page.append(showtime)
        }
        return page.isEmpty ? pages : pages + [page]
    }
}

/// The days of a film or of a theater, as its first page has them: as many whole days as fit, and at least the
/// beginning of the first one. The others have pages of their own.
struct FirstDays {
    struct Day {
        let day: CivilDate
        let showtimes: [Showtime]
    }

    let days: [Day]
    /// Whether there is more of the first day.
    let isCut: Bool
    /// The days that are not shown, or not as a whole.
    let further: [CivilDate]

    /// - Parameters:
    ///   - days: each in the order of the page.
    ///   - heading: see ``Swift/Collection/lines(below:)``.
    init(_ days: [Day], lines: Int, below heading: (Showtime) -> Int64) {
        var rest = lines
        let fitting = days.prefix { day in
            rest -= day.showtimes.lines(below: heading) + 1
            return rest >= 0
        }
        if fitting.isEmpty, let first = days.first {
            self.days = [Day(day: first.day, showtimes: first.showtimes.pages(of: lines, below: heading)[0])]
            isCut = true
        } else {
            self.days = Array(fitting)
            isCut = false
        }
        further = days.dropFirst(fitting.count).map(\.day)
    }
}

extension Sequence where Element == Showtime {
    /// The showtimes of each cinema day, those of each film next to each other, in order of start.
    func daysByMovie() -> [FirstDays.Day] { days { ($0.movie.slug, $0.startsAt) < ($1.movie.slug, $1.startsAt) } }

    /// The showtimes of each cinema day, those of each theater next to each other, in order of start.
    func daysByTheater() -> [FirstDays.Day] {
        days { ($0.theater.place, $0.startsAt) < ($1.theater.place, $1.startsAt) }
    }

    /// - Parameter order: showtimes of which neither comes first stay in the order in which they are.
    private func days(_ order: (Showtime, Showtime) -> Bool) -> [FirstDays.Day] {
        let days = Dictionary(grouping: self, by: \.day)
        return days.keys.sorted().map { .init(day: $0, showtimes: (days[$0] ?? []).sorted(by: order)) }
    }
}
