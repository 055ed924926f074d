package import Cinema

/// Something that happens somewhere at a time: the component VEVENT.
package struct CalendarEvent: Sendable {
    package struct Place: Sendable {
        let name: String
        let latitude: Double?
        let longitude: Double?

        package init(name: String, latitude: Double?, longitude: Double?) {
            self.name = name
            self.latitude = latitude
            self.longitude = longitude
        }
    }

    /// When it was last changed, in seconds since 1970, and which of its versions this is.
    package struct History: Sendable {
        let changed: Int
        /// Grows with every change.
        let sequence: Int

        /// The time since it was announced is such a number, without anybody having to count the changes.
        package init(announced: Int, changed: Int) {
            self.init(changed: changed, sequence: max(0, changed - announced))
        }

        package init(changed: Int, sequence: Int) {
            self.changed = changed
            self.sequence = sequence
        }
    }

    let uid: String
    let history: History
    let starts: LocalTime
    let ends: LocalTime
    let summary: String
    let place: Place
    let description: String
    let address: String?
    let isCancelled: Bool

    /// - Parameters:
    ///   - uid: the same for ever, and nothing else's.
    ///   - address: of its page, with scheme and host, if it has one.
    package init(
        uid: String, history: History, starts: LocalTime, ends: LocalTime, summary: String, place: Place,
        description: String, address: String?, isCancelled: Bool
    ) {
        self.uid = uid
        self.history = history
        self.starts = starts
        self.ends = ends
        self.summary = summary
        self.place = place
        self.description = description
        self.address = address
        self.isCancelled = isCancelled
    }

    func write(to lines: inout ContentLines, in zone: CalendarZone) {
        lines.plain("BEGIN:VEVENT")
        lines.property("UID", uid)
        lines.instant("DTSTAMP", history.changed)
        lines.instant("LAST-MODIFIED", history.changed)
        lines.property("SEQUENCE", String(history.sequence))
        lines.time("DTSTART", starts, in: zone)
        lines.time("DTEND", ends, in: zone)
        lines.text("SUMMARY", summary)
        lines.text("LOCATION", place.name)
        if let latitude = place.latitude, let longitude = place.longitude {
            lines.property("GEO", "\(degrees(latitude));\(degrees(longitude))")
        }
        lines.text("DESCRIPTION", description)
        if let address { lines.property("URL", address) }
        lines.plain(isCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED")
        lines.plain("END:VEVENT")
    }

    /// With six decimals, which is ten centimetres: never in the notation with an exponent.
    private func degrees(_ degrees: Double) -> String {
        let millionths = Int((degrees * 1e6).rounded())
        let decimals = String(millionths.magnitude % 1_000_000)
        let sign = millionths < 0 ? "-" : ""
        let zeros = String(repeating: "0", count: 6 - decimals.utf8.count)
        return "\(sign)\(millionths.magnitude / 1_000_000).\(zeros)\(decimals)"
    }
}
