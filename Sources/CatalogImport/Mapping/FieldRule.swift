import Foundation

/// How one field of a record is made of a column.
struct FieldRule: Sendable {
    /// What is taken of a cell's text.
    enum Part: String, CaseIterable {
        case all
        /// The first number: `4.0` is 4, `93 min` is 93.
        case number
        /// A length of time as whole minutes: `93 min`, `1 h 33 min`, `1:33`.
        case minutes
        /// The first number of four digits: `31 March 1999` is 1999.
        case year
    }

    let column: Located?
    let constant: SourceValue?
    let splitter: String?
    let part: Part

    /// A column's name alone, or `{column: …, split: …, take: …}`, or `{constant: …}`.
    init?(_ value: SourceValue, log: ProblemLog) {
        if let name = value.text {
            column = Located(text: name, position: value.position)
            (constant, splitter, part) = (nil, nil, .all)
            return
        }
        guard var fields = FieldReader(value, "a field", log: log) else { return nil }
        column = fields.located("column")
        constant = fields.value("constant")
        splitter = fields.value("split")?.text
        let part = fields.located("take")
        self.part = part.flatMap { Part(rawValue: $0.text) } ?? .all
        fields.noteUnknownFields()
        if let part, Part(rawValue: part.text) == nil {
            let parts = Part.allCases.map(\.rawValue).joined(separator: ", ")
            log.note("'take' must be one of \(parts), not '\(part.text)'", at: part.position)
        }
        if (column == nil) == (constant == nil) {
            log.note("a field needs a 'column' or a 'constant'", at: value.position)
        }
    }

    func value(in row: TableRow) -> SourceValue? {
        guard let column else { return constant }
        guard let cell = row[column.text], !cell.isNothing else { return nil }
        guard let text = cell.text else { return cell }
        if let splitter {
            let items = text.components(separatedBy: splitter).map { $0.trimmingCharacters(in: .whitespaces) }
            return SourceValue(
                .list(items.filter { !$0.isEmpty }.map { SourceValue(.text($0), at: cell.position) }),
                at: cell.position)
        }
        return SourceValue(.text(take(from: text)), at: cell.position)
    }

    /// - Returns: the text itself if it has no such part; whoever reads the field then says what is wrong with it.
    private func take(from text: String) -> String {
        switch part {
        case .all: text
        case .number: numbers(in: text).first.map(wholeIfPossible) ?? text
        case .minutes: minutes(in: text).map(String.init) ?? text
        case .year: text.split(whereSeparator: { !$0.isNumber }).first { $0.count == 4 }.map(String.init) ?? text
        }
    }
}

private func numbers(in text: String) -> [Double] {
    text.split(whereSeparator: { !$0.isNumber && $0 != "." }).compactMap { Double($0) }
}

private func wholeIfPossible(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
}

private func minutes(in text: String) -> Int? {
    let numbers = numbers(in: text).compactMap { Int(exactly: $0) }
    let hasHours = text.contains(":") || text.lowercased().contains("h")
    return switch numbers.count {
    case 1: hasHours ? numbers[0] * 60 : numbers[0]
    case 2 where hasHours: numbers[0] * 60 + numbers[1]
    default: nil
    }
}

/// Auditoriums made up from their number and the seats of the whole house, where a table knows no more.
struct AuditoriumRule: Sendable {
    let count: Located?
    let seats: Located?

    init?(_ value: SourceValue, log: ProblemLog) {
        guard var fields = FieldReader(value, "'auditoriums'", log: log) else { return nil }
        count = fields.required("count")
        seats = fields.required("seats")
        fields.noteUnknownFields()
    }

    /// Rooms of equal size, half as wide again as deep, with at least as many seats as the table says.
    func value(in row: TableRow) -> SourceValue? {
        guard let count, let seats, let countCell = row[count.text], let seatsCell = row[seats.text],
            let rooms = countCell.text.flatMap({ numbers(in: $0).first }), rooms >= 1,
            let total = seatsCell.text.flatMap({ numbers(in: $0).first }), total >= 1
        else { return nil }
        let perRoom = max(1, (total / rooms.rounded(.down)).rounded())
        let columns = max(1, (perRoom * 1.5).squareRoot().rounded())
        let rows = (perRoom / columns).rounded(.up)
        let position = countCell.position
        func entry(_ key: String, _ text: String) -> SourceValue.Entry {
            .init(key: key, keyPosition: position, value: SourceValue(.text(text), at: position))
        }
        return SourceValue(
            .list(
                (1...min(Int(rooms), 100)).map { number in
                    SourceValue(
                        .mapping([
                            entry("id", String(number)), entry("name", "Screen \(number)"),
                            entry("rows", String(Int(rows))), entry("columns", String(Int(columns))),
                        ]), at: position)
                }), at: position)
    }
}
