import Catalog
import Cinema
import Foundation
import Syndication
import Templating
import Words

extension Site {
    /// Some showtimes for calendar programs.
    ///
    /// - Parameters:
    ///   - showtimes: one at least.
    ///   - name: what one subscribes to; `nil` for a file to take one event from.
    ///   - revisions: by the showtime's id.
    func calendar(_ showtimes: [Showtime], named name: String?, _ revisions: [String: Revision]) -> [UInt8] {
        // A cinema with one theater often has its name.
        var calendar =
            name.map { ICalendar(name: $0 == context.name ? $0 : words.calendar.title($0, context.name)) }
            ?? ICalendar()
        var years: [String: ClosedRange<Int>] = [:]
        for showtime in showtimes {
            let zone = showtime.theater.timeZone.identifier
            let (first, last) = (showtime.starts.date.year, showtime.ends.date.year)
            years[zone] = min(first, years[zone]?.lowerBound ?? first)...max(last, years[zone]?.upperBound ?? last)
        }
        for showtime in showtimes {
            let zone = showtime.theater.timeZone
            guard let years = years[zone.identifier] else { continue }
            calendar.add(event(showtime, revisions[showtime.id]), in: caches.calendarZones[zone, years])
        }
        return calendar.file
    }

    /// A showtime that the catalog has no dates of tells its own time instead, so that equal catalogs make equal files.
    private func event(_ showtime: Showtime, _ revision: Revision?) -> CalendarEvent {
        let theater = showtime.theater
        let place = Wording.joined(
            theater.name, showtime.auditorium.name, parts(of: theater).addressLine)
        let starts = showtime.starts.secondsSinceEpoch
        return CalendarEvent(
            uid: "showtime-\(showtime.id)@\(url.host)",
            history: .init(announced: revision?.addedAt ?? starts, changed: revision?.changedAt ?? starts),
            starts: showtime.starts, ends: showtime.ends, summary: showtime.movie.title,
            place: .init(
                name: place, latitude: theater.coordinates?.latitude, longitude: theater.coordinates?.longitude),
            description: description(of: showtime), address: url.absolute(url.showtime(showtime.id)),
            isCancelled: showtime.status == .cancelled)
    }

    /// `Salle 1, 35mm, English, French subtitles, audio description, from €7.00`
    private func description(of showtime: Showtime) -> String {
        let (language, subtitles) = (language(showtime.language), language(showtime.subtitles))
        let price = showtime.prices?.cheapest ?? ""
        let said = words.calendar
        let parts = [
            showtime.auditorium.name, showtime.format, language, subtitles.isEmpty ? "" : said.subtitles(subtitles),
            showtime.audioDescription ? said.audioDescription : "", showtime.captions ? said.captions : "",
            showtime.relaxed ? said.relaxed : "", showtime.status == .soldOut ? said.soldOut : "",
            price.isEmpty ? "" : said.from(price), showtime.prices?.isFree == true ? said.free : "",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
