import Foundation
import Synchronization
import Syndication

/// The time zones of theaters as calendars have them, each looked up once for the years that are asked for.
final class CalendarZones: Sendable {
    private struct Key: Hashable {
        let identifier: String
        let years: ClosedRange<Int>
    }

    private let zones: Mutex<[Key: CalendarZone]> = Mutex([:])

    subscript(zone: TimeZone, years: ClosedRange<Int>) -> CalendarZone {
        let key = Key(identifier: zone.identifier, years: years)
        return zones.withLock { zones in
            if let known = zones[key] { return known }
            let made = CalendarZone(zone, years)
            zones[key] = made
            return made
        }
    }
}
