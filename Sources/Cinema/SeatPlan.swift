/// A room drawn as text, the form in which people write a ``SeatLayout`` and the catalog keeps it.
///
///     A  ...sssssss...
///     B  .ssss_ssss.
///
///     C  ssppp_pppss
///     D  wc.ss_ss.cw
///
/// Each line is a row, the one at the screen first: its label, white space, then a sign for each seat width.
/// `s` is a standard seat, `p` a premium seat, `w` a wheelchair place, `c` a companion seat; `.` and `_` are empty floor.
/// An empty line is a cross aisle. Seats of a row are numbered from 1, left to right.
package enum SeatPlan {
    /// What is wrong with a plan, and where in it.
    package struct Problem: Error, Hashable {
        /// Counted from 1, in the plan's own text.
        package let line: Int
        package let column: Int
        package let message: String
    }

    /// Rooms larger than this are taken for a mistake.
    package static let maximumSeats = 5_000

    package static func layout(of plan: String) throws(Problem) -> SeatLayout {
        var rows: [SeatLayout.Row] = []
        var labels: Set<RowLabel> = []
        var seatCount = 0
        let lines = plan.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, text) in lines.enumerated() {
            var line = Line(text: text, number: index + 1)
            guard let label = try line.takeLabel() else { continue }
            guard labels.insert(label).inserted else {
                throw line.problem(at: 0, "row '\(label)' is drawn twice")
            }
            let seats = try line.takeSeats(row: label)
            seatCount += seats.count
            guard seatCount <= maximumSeats else {
                throw line.problem(at: 0, "the room has more than \(maximumSeats) seats")
            }
            rows.append(SeatLayout.Row(label: label, seats: seats, depth: index))
        }
        guard seatCount > 0 else { throw Problem(line: 1, column: 1, message: "the plan has no seats") }
        try requireUniqueLabels(rows)
        return SeatLayout(rows: rows)
    }

    /// The plan of a plain rectangular room, its rows named A … Z, AA, AB, …
    package static func rectangle(rows: Int, columns: Int) -> String {
        let seats = String(repeating: "s", count: columns)
        return (0..<rows).map { "\(rowLabel($0)) \(seats)" }.joined(separator: "\n")
    }

    private static func rowLabel(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
        return index < 26 ? letter : rowLabel(index / 26 - 1) + letter
    }

    /// Row `1`, seat 11 and row `11`, seat 1 would both be called `111`.
    private static func requireUniqueLabels(_ rows: [SeatLayout.Row]) throws(Problem) {
        var seen: Set<SeatName> = []
        for row in rows {
            for seat in row.seats where !seen.insert(seat.label).inserted {
                throw Problem(
                    line: row.depth + 1, column: 1,
                    message: "two seats would be called '\(seat.label)'; name the rows with letters")
            }
        }
    }
}

/// Reads one line of a plan.
private struct Line {
    let text: Substring
    let number: Int
    private var rest: Substring

    init(text: Substring, number: Int) {
        self.text = text
        self.number = number
        rest = text
    }

    /// - Returns: `nil` for an empty line.
    mutating func takeLabel() throws(SeatPlan.Problem) -> RowLabel? {
        rest = rest.drop(while: \.isWhitespace)
        let label = rest.prefix { !$0.isWhitespace }
        rest = rest.dropFirst(label.count)
        if label.isEmpty { return nil }
        guard let label = RowLabel(String(label)) else {
            throw problem(
                at: 0, "'\(label)' is no row label: use up to 4 letters or digits, then a space, then the seats")
        }
        return label
    }

    mutating func takeSeats(row: RowLabel) throws(SeatPlan.Problem) -> [Seat] {
        rest = rest.drop(while: \.isWhitespace)
        var seats: [Seat] = []
        for (column, index) in rest.indices.enumerated() {
            let label = Self.seat(seats.count + 1, of: row)
            switch rest[index] {
            case "s": seats.append(Seat(label: label, column: column + 1))
            case "p": seats.append(Seat(label: label, column: column + 1, priceCategory: PriceCategory.premium))
            case "w": seats.append(Seat(label: label, column: column + 1, kind: .wheelchair))
            case "c": seats.append(Seat(label: label, column: column + 1, kind: .companion))
            case ".", "_", " ": continue
            case let sign:
                throw problem(
                    at: text.distance(from: text.startIndex, to: index),
                    "'\(sign)' is no sign of a seat plan: s seat, p premium, w wheelchair, c companion, . or _ floor")
            }
        }
        return seats
    }

    private static func seat(_ number: Int, of row: RowLabel) -> SeatName {
        // Nothing that a row may be called takes a digit into its last letter.
        SeatName(stored: "\(row.text)\(number)")
    }

    func problem(at offset: Int, _ message: String) -> SeatPlan.Problem {
        SeatPlan.Problem(line: number, column: offset + 1, message: message)
    }
}
