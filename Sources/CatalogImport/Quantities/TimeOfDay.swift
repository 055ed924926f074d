import Cinema

/// A time on a clock's face of 24 hours, as programmes write it: `20:30`.
package struct TimeOfDay: Hashable, Sendable {
    package let hour: Int
    package let minute: Int

    /// Reads `20:30`, `9:05` and `20:30:00`.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || (parts.count == 3 && parts[2] == "00"), parts[0].utf8.count <= 2,
            parts[1].utf8.count == 2, let hour = Int(digits: parts[0]), let minute = Int(digits: parts[1]),
            (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        self.hour = hour
        self.minute = minute
    }

    /// `02:30`
    package var clock: String { "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)" }
}
