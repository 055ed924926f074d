import Cinema
import Foundation

/// When a showtime starts, as the theater's clocks will show it.
struct LocalStart: Sendable {
    let date: CivilDate
    let time: TimeOfDay
    let position: Position

    /// The longest run of days; a longer one is taken for a wrong year.
    private static let mostDays = 400

    /// `starts: 2026-11-21 20:30` (one or a list), or `from`, `until` and `times` (and `weekdays`) for a run of days.
    static func list(_ fields: inout FieldReader, log: ProblemLog) -> [LocalStart] {
        let single = fields.wholeList("starts").compactMap { LocalStart($0, log: log) }
        let times = fields.wholeList("times")
        let from = fields.date("from")
        let until = fields.date("until")
        let chosen = weekdays(&fields)
        guard !times.isEmpty || from != nil || until != nil else {
            if fields.isEmpty("starts") {
                fields.note("'starts' is missing: write a day and a time such as 2026-11-21 20:30", at: fields.position)
            }
            if !chosen.isEmpty {
                fields.note("'weekdays' belong to a run of days: give 'from', 'until' and 'times'", at: fields.position)
            }
            return single
        }
        guard let from, let until, !times.isEmpty, from <= until,
            until.daysSinceEpoch - from.daysSinceEpoch <= mostDays
        else {
            fields.note(
                "a run of days needs 'from', 'until' (not before it, at most \(mostDays) days later) and 'times'",
                at: fields.position)
            return single
        }
        let all = (from.daysSinceEpoch...until.daysSinceEpoch).map(CivilDate.init(daysSinceEpoch:))
        let days = chosen.isEmpty ? all : onWeekdays(chosen, of: all, log)
        let clocks = times.compactMap { time in self.time(time, log: log).map { (time: $0, position: time.position) } }
        return single
            + days.flatMap { day in
                clocks.map { LocalStart(date: day, time: $0.time, position: $0.position) }
            }
    }

    /// - Returns: none where a run has all days.
    private static func weekdays(_ fields: inout FieldReader) -> [Located] {
        if let value = fields.value("weekdays"), fields.isEmpty("weekdays") {
            fields.note(
                "'weekdays' names no day; name some, such as mon-fri, or take it out for every day", at: value.position)
        }
        return fields.wholeList("weekdays")
    }

    /// The days of a run that are one of these weekdays; each weekday must come.
    private static func onWeekdays(_ chosen: [Located], of days: [CivilDate], _ log: ProblemLog) -> [CivilDate] {
        var weekdays: Set<Int> = []
        for located in chosen {
            switch Weekdays.read(located.text) {
            case .days(let days): weekdays.formUnion(days)
            case .unknown(let part):
                log.note(Weekdays.advice(for: part), at: located.position)
                return []
            }
        }
        let matching = days.filter { weekdays.contains($0.weekday) }
        if matching.isEmpty, let first = chosen.first {
            log.note("no day of this run is one of its 'weekdays'", at: first.position)
        }
        return matching
    }

    private init(date: CivilDate, time: TimeOfDay, position: Position) {
        self.date = date
        self.time = time
        self.position = position
    }

    private init?(_ located: Located, log: ProblemLog) {
        let parts = located.text.split(separator: located.text.contains(" ") ? " " : "T")
        guard parts.count == 2, let date = CivilDate(iso: parts[0]) else {
            log.note(
                "'\(located.text)' is no start; write a day and a time of the theater such as 2026-11-21 20:30",
                at: located.position)
            return nil
        }
        let clock = Located(text: String(parts[1]), position: located.position)
        guard Year.isPlausible(date, located, log), let time = Self.time(clock, log: log) else { return nil }
        self.init(date: date, time: time, position: located.position)
    }

    static func time(_ located: Located, log: ProblemLog) -> TimeOfDay? {
        let time = TimeOfDay(located.text)
        if time == nil { log.note("'\(located.text)' is no time of day such as 20:30", at: located.position) }
        return time
    }

    /// - Returns: `nil` if the clocks of `zone` skip that time.
    func instant(in zone: TimeZone) -> Date? {
        Date(date, hour: time.hour, minute: time.minute, in: zone)
    }
}
