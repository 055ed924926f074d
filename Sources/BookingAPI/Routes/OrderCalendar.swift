import Booking
import Cinema
import Foundation
import Syndication

/// An order as an event in its buyer's calendar.
enum OrderCalendar {
    static func file(_ order: Order, _ showing: Showing) -> [UInt8] {
        let starts = LocalTime(showing.startsAt, in: showing.timeZone)
        let ends = LocalTime(showing.endsAt, in: showing.timeZone)
        let sold = Int(order.createdAt.timeIntervalSince1970)
        let seats = order.tickets.map(\.seat.seat.text).joined(separator: ", ")
        var calendar = ICalendar()
        calendar.add(
            CalendarEvent(
                // The order's own id is the right to its tickets, and calendars are shared.
                uid: "\(order.id.digest.map { String(format: "%02x", $0) }.joined())@marquee",
                // What was refunded must count as newer than what was bought.
                history: .init(announced: sold, changed: order.status == .paid ? sold : sold + 1), starts: starts,
                ends: ends, summary: showing.movie,
                place: .init(
                    name: [showing.theater, showing.auditorium].joined(separator: ", "), latitude: nil,
                    longitude: nil),
                description: "\(order.tickets.count == 1 ? "Seat" : "Seats") \(seats)", address: nil,
                isCancelled: order.status != .paid),
            in: CalendarZone(showing.timeZone, starts.date.year...ends.date.year))
        return calendar.file
    }
}
