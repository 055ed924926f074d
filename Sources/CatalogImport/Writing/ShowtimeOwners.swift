import Cinema
import GRDB

/// The showtimes of one file, their names looked up in the catalog.
struct ShowtimeDocument {
    let log: ProblemLog
    let source: String
    /// Where the file begins to speak of them.
    let position: Position
    let showtimes: [ResolvedShowtime]
    /// Those that the catalog does not have like this.
    var changed: [ResolvedShowtime] = []

    init(_ records: CatalogRecords, _ showtimes: [ResolvedShowtime]) {
        log = records.log
        source = records.showtimeSource
        position = records.showtimesPosition
        self.showtimes = showtimes
    }
}

// A showtime's address and its tickets hang on its id, so no document may make another showing of it unseen.
extension CatalogWriter {
    /// Documents of one import: each of another name, and no id given in two of them for two showings.
    func requireOneOwner(_ documents: [ShowtimeDocument]) throws {
        var names: [String: String] = [:]
        var owners: [String: (file: String, showtime: ResolvedShowtime)] = [:]
        for document in documents {
            if let other = names.updateValue(document.log.file, forKey: document.source) {
                document.log.note(
                    "\(other) has the showtimes of '\(document.source)' too, and each import of one takes out those of the "
                        + "other; put them together, or give one another name or 'source'",
                    at: document.position)
                try document.log.throwIfAny()
            }
            for showtime in document.showtimes {
                guard let owner = owners.updateValue((document.log.file, showtime), forKey: showtime.id),
                    owner.file != document.log.file, owner.showtime.record.id != nil || showtime.record.id != nil,
                    !showtime.isShowing(
                        of: owner.showtime.movie, in: owner.showtime.auditorium, at: owner.showtime.startsAt)
                else { continue }
                document.log.note(
                    "the id '\(showtime.id)' is that of another showtime in \(owner.file), line "
                        + "\(owner.showtime.position.line); give one of the two another 'id'",
                    at: showtime.record.id?.position ?? showtime.position)
            }
            try document.log.throwIfAny()
        }
    }

    /// The same film at the same time is the same showtime, whichever document tells of it.
    ///
    /// - Returns: what is wrong if the catalog has another showing of another document under this id.
    func ownerProblem(_ showtime: ResolvedShowtime, _ source: String) throws -> String? {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT source, movie_id, auditorium_id, starts_at, status FROM showtime WHERE id = ? AND source <> ?
                    """),
            arguments: [showtime.id, source])
        guard let row, !showtime.isShowing(of: row[1], in: row[2], at: row[3]) else { return nil }
        let owner: String = row[0]
        if showtime.record.id == nil, showtime.auditorium == row[2], showtime.startsAt == row[3] {
            guard row[4] == ShowtimeStatus.cancelled.rawValue else { return try overlapMessage(showtime, source) }
            return "the document '\(owner)' called off another film in this auditorium at this time, whose buyers know "
                + "it by this address; give this showtime an 'id' of its own"
        }
        return "the id '\(showtime.id)' is that of a showtime of the document '\(owner)'; take it out there first, or "
            + "give this one another 'id'"
    }
}

extension ResolvedShowtime {
    fileprivate func isShowing(of movie: Int64, in auditorium: Int64, at start: Int) -> Bool {
        (self.movie, self.auditorium, startsAt) == (movie, auditorium, start)
    }
}
