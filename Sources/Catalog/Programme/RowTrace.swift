/// Notes which rows are read, in the order in which they are first read.
package final class RowTrace {
    package enum Table: String, CaseIterable {
        case movie, genre, person, theater, auditorium
        case layout = "seat layout"
        case showtime
    }

    package struct Row: Hashable {
        package let table: Table
        package let id: String
    }

    package private(set) var rows: [Row] = []
    private var seen: Set<Row> = []
    /// The instants at which showtimes that were read begin or end.
    package private(set) var instants: [Int] = []

    package init() {}

    func note(_ table: Table, _ id: some CustomStringConvertible) {
        let row = Row(table: table, id: id.description)
        if seen.insert(row).inserted { rows.append(row) }
    }

    func note(_ showtime: String, from start: Int, to end: Int) {
        note(.showtime, showtime)
        instants += [start, end]
    }
}
