import Cinema

/// Auditoriums made up from their number and the seats of the whole house, where a table knows no more.
struct AuditoriumRule: Sendable {
    /// Rooms that a house may have; more are taken for a mistake.
    static let maximumRooms = 100

    let count: Located?
    let seats: Located?

    init?(_ value: SourceValue, log: ProblemLog) {
        guard var fields = FieldReader(value, "'auditoriums'", log: log) else { return nil }
        count = fields.required("count")
        seats = fields.required("seats")
        fields.noteUnknownFields()
    }

    /// Rooms of equal size, half as wide again as deep, with at least as many seats as the table says.
    ///
    /// - Returns: `nil` for a row that does not know, or says 0, and for one whose problem has been noted.
    func value(in row: TableRow, log: ProblemLog) -> SourceValue? {
        guard let count, let seats, let countCell = row[count.text], let seatsCell = row[seats.text],
            let rooms = number(countCell, count.text, in: 0...Self.maximumRooms, log),
            let total = number(seatsCell, seats.text, in: 0...Self.maximumRooms * SeatPlan.maximumSeats, log),
            rooms > 0, total > 0
        else { return nil }
        let perRoom = max(1, (Double(total) / Double(rooms)).rounded())
        let columns = max(1, (perRoom * 1.5).squareRoot().rounded())
        let rows = (perRoom / columns).rounded(.up)
        let position = countCell.position
        func entry(_ key: String, _ text: String) -> SourceValue.Entry {
            .init(key: key, keyPosition: position, value: SourceValue(.text(text), at: position))
        }
        return SourceValue(
            .list(
                (1...rooms).map { number in
                    SourceValue(
                        .mapping([
                            entry("id", String(number)), entry("name", "Screen \(number)"),
                            entry("rows", String(Int(rows))), entry("columns", String(Int(columns))),
                        ]), at: position)
                }), at: position)
    }

    private func number(_ cell: SourceValue, _ column: String, in range: ClosedRange<Int>, _ log: ProblemLog) -> Int? {
        guard !cell.isNothing else { return nil }
        guard let text = cell.text, let number = WholeNumber.read(text), range.contains(number) else {
            log.note(
                "'\(column)' must be a whole number up to \(range.upperBound), such as 1250, not "
                    + (cell.text.map { "'\($0)'" } ?? cell.kind), at: cell.position)
            return nil
        }
        return number
    }
}
