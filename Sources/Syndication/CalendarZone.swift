import Cinema

/// A time zone as calendars are told of it: its clocks in some years, each change of them one by one.
package struct CalendarZone: Sendable {
    /// The clocks are put forward or back.
    package struct Change: Hashable, Sendable {
        /// In seconds since 1970.
        let instant: Int
        /// Seconds east of Greenwich.
        let before: Int
        let after: Int
        let isDaylightSaving: Bool

        package init(instant: Int, before: Int, after: Int, isDaylightSaving: Bool) {
            self.instant = instant
            self.before = before
            self.after = after
            self.isDaylightSaving = isDaylightSaving
        }
    }

    let identifier: String
    /// The component VTIMEZONE, made once for all files that need it.
    let text: [UInt8]
    private let changes: [Change]

    /// - Parameters:
    ///   - identifier: of the IANA database, such as `Europe/Paris`.
    ///   - offset: in seconds east of Greenwich, before the first of the changes.
    ///   - changes: in order; those of all years in which there are events.
    package init(identifier: String, offset: Int, isDaylightSaving: Bool, changes: [Change]) {
        self.identifier = identifier
        self.changes = changes
        var lines = ContentLines()
        lines.plain("BEGIN:VTIMEZONE")
        lines.property("TZID", identifier)
        lines.observance(isDaylightSaving, from: offset, to: offset, LocalTime(secondsSinceEpoch: 0, offset: 0))
        for change in changes {
            // The first instant of the new time, as clocks would show it had they not been changed.
            let onset = LocalTime(secondsSinceEpoch: change.instant, offset: change.before)
            lines.observance(change.isDaylightSaving, from: change.before, to: change.after, onset)
        }
        lines.plain("END:VTIMEZONE")
        text = lines.bytes
    }

    /// Whether clocks show this time twice, and this is the second: a local time in a calendar means the first.
    func isRepeated(_ time: LocalTime) -> Bool {
        let instant = time.secondsSinceEpoch
        return changes.contains { change in
            change.after < change.before
                && (change.instant..<change.instant + change.before - change.after).contains(instant)
        }
    }
}

extension ContentLines {
    fileprivate mutating func observance(_ isDaylightSaving: Bool, from: Int, to: Int, _ onset: LocalTime) {
        plain(isDaylightSaving ? "BEGIN:DAYLIGHT" : "BEGIN:STANDARD")
        line("DTSTART") { $0.append(local: onset) }
        line("TZOFFSETFROM") { $0.append(offset: from) }
        line("TZOFFSETTO") { $0.append(offset: to) }
        plain(isDaylightSaving ? "END:DAYLIGHT" : "END:STANDARD")
    }
}
