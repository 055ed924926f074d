import Cinema
package import Foundation

extension CalendarZone {
    /// - Parameter years: from the beginning of the first to the end of the last, on the clocks of the zone.
    package init(_ zone: TimeZone, _ years: ClosedRange<Int>) {
        // No clocks are further from Greenwich than a day.
        let start = Self.newYear(years.lowerBound) - 86_400
        let end = Self.newYear(years.upperBound + 1) + 86_400
        var changes: [Change] = []
        var instant = Date(timeIntervalSince1970: TimeInterval(start))
        while let next = zone.nextDaylightSavingTimeTransition(after: instant),
            next > instant, next.timeIntervalSince1970 < TimeInterval(end)
        {
            let before = zone.secondsFromGMT(for: next - 1)
            let after = zone.secondsFromGMT(for: next)
            if before != after {
                changes.append(
                    Change(
                        instant: Int(next.timeIntervalSince1970.rounded()), before: before, after: after,
                        isDaylightSaving: zone.isDaylightSavingTime(for: next)))
            }
            instant = next
        }
        let first = Date(timeIntervalSince1970: TimeInterval(start))
        self.init(
            identifier: zone.identifier, offset: zone.secondsFromGMT(for: first),
            isDaylightSaving: zone.isDaylightSavingTime(for: first), changes: changes)
    }

    /// In seconds since 1970, at Greenwich.
    private static func newYear(_ year: Int) -> Int {
        (CivilDate(year: min(year, 9_999), month: 1, day: 1)?.daysSinceEpoch ?? 0) * 86_400
    }
}
