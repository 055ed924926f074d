import Foundation
import GRDB

/// A moment as the store keeps it: whole milliseconds since 1970.
struct Instant: Hashable, Comparable, Sendable, DatabaseValueConvertible {
    let milliseconds: Int64

    init(_ date: Date) {
        milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded(.down))
    }

    init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

    static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    var databaseValue: DatabaseValue { milliseconds.databaseValue }

    static func fromDatabaseValue(_ value: DatabaseValue) -> Instant? {
        Int64.fromDatabaseValue(value).map(Instant.init(milliseconds:))
    }
}
