extension SeatPlan {
    /// A room in which each row can be told from the others by whoever reads its name on a ticket and then on the floor.
    ///
    /// - Throws: where two rows differ only by the case, the width or the script of their letters, or by letters and digits
    ///   that are drawn alike.
    package static func requireDistinctRows(_ layout: SeatLayout) throws(Problem) {
        var first: [String: RowLabel] = [:]
        for row in layout.rows {
            let looks = RowLooks.looks(of: row.label.text)
            if let other = looks.lazy.compactMap({ first[$0] }).first {
                throw Problem(
                    line: row.depth + 1, column: 1,
                    message: "rows '\(other)' and '\(row.label)' look alike; name one of them with another letter")
            }
            for look in looks { first[look] = row.label }
        }
    }
}
