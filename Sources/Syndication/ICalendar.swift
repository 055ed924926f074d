/// A calendar as a file (RFC 5545).
package struct ICalendar {
    private var lines = ContentLines()
    private var known: Set<String> = []

    /// A calendar to take one event from.
    package init() {
        begin()
    }

    /// A calendar to subscribe to.
    package init(name: String) {
        begin()
        lines.text("NAME", name)
        lines.text("X-WR-CALNAME", name)
        lines.plain("REFRESH-INTERVAL;VALUE=DURATION:PT6H")
        lines.plain("X-PUBLISHED-TTL:PT6H")
    }

    private mutating func begin() {
        lines.plain("BEGIN:VCALENDAR")
        lines.plain("VERSION:2.0")
        lines.plain("PRODID:-//Marquee//Programme//EN")
        lines.plain("CALSCALE:GREGORIAN")
        lines.plain("METHOD:PUBLISH")
    }

    /// - Parameter zone: with the changes of all years in which this calendar has events in that zone.
    package mutating func add(_ event: CalendarEvent, in zone: CalendarZone) {
        if known.insert(zone.identifier).inserted { lines.append(zone.text) }
        event.write(to: &lines, in: zone)
    }

    package var file: [UInt8] {
        var lines = lines
        lines.plain("END:VCALENDAR")
        return lines.bytes
    }
}
