import Cinema
import Text

/// One or more showtimes of a movie in an auditorium as a file describes them.
struct ShowtimeRecord: Sendable {
    /// Given by a person, so that the showtime keeps its address when it moves.
    let id: Located?
    let movie: Located
    let theater: Located?
    let auditorium: Located
    let starts: [LocalStart]
    let ends: (time: TimeOfDay, position: Position)?
    let priceList: Located?
    let format: String
    let language: String
    let subtitles: String
    let audioDescription: Bool
    let captions: Bool
    let relaxed: Bool
    let status: ShowtimeStatus
    let position: Position

    static let fieldNames: Set<String> = [
        "movie", "theater", "auditorium", "starts", "times", "from", "until", "weekdays", "id", "ends", "prices",
        "format",
        "language", "subtitles", "audioDescription", "captions", "relaxed", "status",
    ]

    init?(_ value: SourceValue, log: ProblemLog) {
        guard var fields = FieldReader(value, "a showtime", log: log) else { return nil }
        let movie = fields.required("movie")
        theater = fields.located("theater")
        let auditorium = fields.required("auditorium")
        starts = LocalStart.list(&fields, log: log)
        id = fields.id(ShowtimeOffer.keyRule)
        ends = fields.located("ends").flatMap { ends in
            LocalStart.time(ends, log: log).map { (time: $0, position: ends.position) }
        }
        priceList = fields.located("prices")
        format = fields.text("format") ?? ""
        language = fields.languages("language").joined(separator: ", ")
        subtitles = fields.languages("subtitles").joined(separator: ", ")
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
            if Slug.isDevice(id.text) {
                log.note("'\(id.text)' is the name of a device on Windows; choose another 'id'", at: id.position)
            }
            if starts.count > 1 { log.note("an 'id' stands for one showtime, this entry has several", at: id.position) }
        }
        guard let movie, let auditorium else { return nil }
        self.movie = movie
        self.auditorium = auditorium
    }
}
