import Booking
import Cinema
import Foundation
import Syndication
import Words

/// An order as an event in its buyer's calendar.
enum OrderCalendar {
    static func file(_ order: Order, _ ordered: OrderedShowing, _ words: BookingWords) -> [UInt8] {
        let showing = ordered.showing
        let starts = LocalTime(showing.startsAt, in: showing.timeZone)
        let ends = LocalTime(showing.endsAt, in: showing.timeZone)
        let seats = order.tickets.map(\.seat.seat.text).joined(separator: ", ")
        var calendar = ICalendar()
        calendar.add(
            CalendarEvent(
                // The order's own id is the right to its tickets, and calendars are shared.
                uid: "\(order.id.digest.map { String(format: "%02x", $0) }.joined())@marquee",
                history: history(order, ordered), starts: starts, ends: ends, summary: showing.movie,
                place: .init(
                    name: [showing.theater, showing.auditorium].filter { !$0.isEmpty }.joined(separator: ", "),
                    latitude: nil, longitude: nil),
                description: words.calendar(order.tickets.count, seats), address: nil,
                isCancelled: order.status != .paid || ordered.current.state.standing != .scheduled),
            in: CalendarZone(showing.timeZone, starts.date.year...ends.date.year))
        return calendar.file
    }

    /// What replaces an older file in a calendar has a higher number and a newer date than that (RFC 5546, 2.1.5): each
    /// change of the showing counts, and so does a refund, which happens once.
    private static func history(_ order: Order, _ ordered: OrderedShowing) -> CalendarEvent.History {
        let sold = Int(order.createdAt.timeIntervalSince1970)
        let refunds = order.status == .paid ? 0 : 1
        let recorded = Int(ordered.current.recordedAt.timeIntervalSince1970)
        let changed = ordered.changes == 0 ? sold : max(recorded, sold + ordered.changes)
        return CalendarEvent.History(changed: changed + refunds, sequence: ordered.changes + refunds)
    }
}
