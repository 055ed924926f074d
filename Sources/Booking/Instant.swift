package import Foundation

/// A moment as stores keep it: whole milliseconds since 1970.
package struct Instant: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    package init(_ date: Date) {
        milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded(.down))
    }

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
}
