import Cinema
import Foundation

/// One or more showtimes of a movie in an auditorium as a file describes them.
struct ShowtimeRecord: Sendable {
    /// Given by a person, so that the showtime keeps its address when it moves.
    let id: Located?
    let movie: Located
    let theater: Located?
    let auditorium: Located
    let starts: [LocalStart]
    let ends: Located?
    let priceList: Located?
    let format: String
    let language: String
    let subtitles: String
    let audioDescription: Bool
    let captions: Bool
    let relaxed: Bool
    let status: ShowtimeStatus
    let position: Position

    init?(_ value: SourceValue, log: ProblemLog) {
        guard var fields = FieldReader(value, "a showtime", log: log) else { return nil }
        let movie = fields.required("movie")
        theater = fields.located("theater")
        let auditorium = fields.required("auditorium")
        starts = LocalStart.list(&fields, log: log)
        id = fields.located("id")
        ends = fields.located("ends")
        priceList = fields.located("prices")
        format = fields.text("format") ?? ""
        language = fields.text("language") ?? ""
        subtitles = fields.text("subtitles") ?? ""
        audioDescription = fields.flag("audioDescription")
        captions = fields.flag("captions")
        relaxed = fields.flag("relaxed")
        let status = fields.located("status")
        self.status = status.flatMap { ShowtimeStatus(rawValue: $0.text) } ?? .scheduled
        position = value.position
        fields.noteUnknownFields()
        if let status, ShowtimeStatus(rawValue: status.text) == nil {
            log.note("'status' must be scheduled, cancelled or sold-out, not '\(status.text)'", at: status.position)
        }
        if let id {
            if !id.text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) }) {
                log.note("the 'id' of a showtime may have small letters a–z and digits only", at: id.position)
            }
            if starts.count > 1 { log.note("an 'id' stands for one showtime, this entry has several", at: id.position) }
        }
        guard let movie, let auditorium else { return nil }
        self.movie = movie
        self.auditorium = auditorium
    }
}

/// When a showtime starts, as the theater's clocks will show it.
struct LocalStart: Sendable {
    let date: CivilDate
    let hour: Int
    let minute: Int
    let position: Position

    /// `starts: 2026-11-21 20:30` (one or a list), or `from`, `until` and `times` (and `weekdays`) for a run of days.
    static func list(_ fields: inout FieldReader, log: ProblemLog) -> [LocalStart] {
        let single = fields.list("starts").compactMap { LocalStart($0, log: log) }
        let times = fields.list("times")
        let from = fields.date("from")
        let until = fields.date("until")
        let weekdays = fields.list("weekdays").compactMap { weekday($0, log: log) }
        guard !times.isEmpty || from != nil || until != nil else {
            if fields.value("starts") == nil {
                fields.note("'starts' is missing: write a day and a time such as 2026-11-21 20:30", at: fields.position)
            }
            if !weekdays.isEmpty {
                fields.note("'weekdays' belong to a run of days: give 'from', 'until' and 'times'", at: fields.position)
            }
            return single
        }
        guard let from, let until, !times.isEmpty, from <= until, until.daysSinceEpoch - from.daysSinceEpoch <= 400
        else {
            fields.note(
                "a run of days needs 'from', 'until' (not before it, at most 400 days later) and 'times'",
                at: fields.position)
            return single
        }
        let days = (from.daysSinceEpoch...until.daysSinceEpoch).map(CivilDate.init(daysSinceEpoch:))
        let chosen = weekdays.isEmpty ? days : days.filter { weekdays.contains($0.weekday) }
        return single + chosen.flatMap { day in times.compactMap { LocalStart(day: day, time: $0, log: log) } }
    }

    private init?(_ located: Located, log: ProblemLog) {
        let parts = located.text.split(whereSeparator: { $0 == " " || $0 == "T" })
        guard parts.count == 2, let date = CivilDate(iso: parts[0]) else {
            log.note(
                "'\(located.text)' is no start; write a day and a time of the theater such as 2026-11-21 20:30",
                at: located.position)
            return nil
        }
        self.init(day: date, time: Located(text: String(parts[1]), position: located.position), log: log)
    }

    private init?(day: CivilDate, time: Located, log: ProblemLog) {
        let parts = time.text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || (parts.count == 3 && parts[2] == "00"), parts.allSatisfy({ $0.count <= 2 }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        else {
            log.note("'\(time.text)' is no time of day such as 20:30", at: time.position)
            return nil
        }
        date = day
        self.hour = hour
        self.minute = minute
        position = time.position
    }

    private static func weekday(_ located: Located, log: ProblemLog) -> Int? {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        let weekday = names.firstIndex(of: String(located.text.lowercased().prefix(3)))
        if weekday == nil { log.note("'\(located.text)' is no weekday: write mon, tue, …", at: located.position) }
        return weekday
    }

    /// `02:30`
    var clock: String { "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)" }

    /// - Returns: `nil` if the clocks of `zone` skip that time.
    func instant(in zone: TimeZone) -> Date? {
        Date(date, hour: hour, minute: minute, in: zone)
    }
}
