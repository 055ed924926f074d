import Cinema
import Foundation

/// How one field of a record is made of a column.
struct FieldRule: Sendable {
    /// What is taken of a cell's text.
    enum Part: String, CaseIterable {
        case all
        /// The first number, see ``DecimalNumber``: `4.0` is 4, `93 min` is 93. Where a word beside it can make another number of
        /// it, all of the text must be understood.
        case number
        /// A length of time as whole minutes, see ``Minutes``: `93 min`, `1 h 33 min`, `1:33`.
        case minutes
        /// A year, see ``Year``: `31 March 1999` is 1999, `Blade 2049 (2017)` is 2017.
        case year
    }

    private let field: String
    let column: Located?
    let constant: SourceValue?
    let splitter: String?
    let part: Part

    /// A column's name alone, or `{column: …, split: …, take: …}`, or `{constant: …}`.
    init?(_ value: SourceValue, of field: String, log: ProblemLog) {
        self.field = field
        if let name = value.text {
            column = Located(text: name, position: value.position)
            (constant, splitter, part) = (nil, nil, .all)
            return
        }
        guard var fields = FieldReader(value, "a field", log: log) else { return nil }
        column = fields.located("column")
        constant = fields.value("constant")
        let split = fields.value("split")
        splitter = split?.text
        if let split, split.text?.isEmpty != false {
            log.note("'split' must be the text to cut at", at: split.position)
        }
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
        case .number: number(in: text) ?? text
        case .minutes: Minutes.read(text).map(String.init) ?? text
        case .year: Year.read(text).map(String.init) ?? text
        }
    }

    private func number(in text: String) -> String? {
        if let axis = Coordinate.Axis(rawValue: field) { return Coordinate.read(text, axis) }
        let number = DecimalNumber.first(in: text)
        // `2 h` has another number of minutes than 2, and `1 Season` has none.
        guard field == "runtime" else { return number }
        return number.flatMap { Int(digits: $0) }.flatMap { $0 == Minutes.read(text) ? number : nil }
    }
}
