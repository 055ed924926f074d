import Cinema
import Text

extension Mapping {
    /// The records that a table describes, in the form in which a catalog document would have them.
    ///
    /// - Parameter log: of the table, for cells that are not understood.
    /// - Throws: ``ImportFailure``.
    func records(of file: SourceFile, log: ProblemLog) throws -> [SourceValue] {
        let table = try file.table(separator: separator)
        try requireColumns(in: table, of: file)
        guard !table.rows.isEmpty else {
            throw ImportFailure(file: file.path, table.header == nil ? "has no rows" : "has a header, and no rows")
        }
        var occurrences: [String: Int] = [:]
        return table.rows.compactMap { row in
            guard conditions.allSatisfy({ row[$0.column.text]?.text == $0.value }) else { return nil }
            var entries: [SourceValue.Entry] = rules.compactMap { field, rule in
                rule.value(in: row).map { .init(key: field, keyPosition: $0.position, value: $0) }
            }
            if let rooms = auditoriums?.value(in: row, log: log) {
                entries.append(.init(key: "auditoriums", keyPosition: rooms.position, value: rooms))
            }
            if !keyColumns.isEmpty {
                let key = keyColumns.map { row[$0.text]?.text ?? "" }.joined(separator: "|").asKey
                // Rows that the table itself cannot tell apart are told apart by their order.
                let occurrence = occurrences[key, default: 0] + 1
                occurrences[key] = occurrence
                let id = SourceValue(.text(occurrence == 1 ? key : "\(key)#\(occurrence)"), at: row.position)
                entries.append(.init(key: "id", keyPosition: row.position, value: id))
            }
            return SourceValue(.mapping(entries), at: row.position)
        }
    }

    /// A column that no row has is misspelt in the mapping, most likely; one that the table has twice leaves a choice.
    private func requireColumns(in table: Table, of file: SourceFile) throws {
        guard table.header != nil || !table.rows.isEmpty else { return }
        let names = table.columnNames
        let missing = columns.filter { !names.contains($0.text) }
        if let header = table.header, header.count == 1, let first = missing.first {
            let hint = CSVReader.separatorHint(header[0].text, separator)
            if !hint.isEmpty {
                throw ImportFailure(
                    file: self.file, "the header of \(file.path) is one cell\(hint): give the mapping a 'separator'",
                    at: separatorPosition ?? first.position)
            }
        }
        let log = ProblemLog(file: self.file)
        for column in missing {
            let nearest = suggestion(for: column.text, among: names)
            log.note("\(file.path) has no column '\(column.text)'\(nearest)", at: column.position)
        }
        try log.throwIfAny()

        let doubled = ProblemLog(file: file.path)
        var seen: Set<String> = []
        let used = Set(columns.map(\.text))
        for cell in table.header ?? [] where !seen.insert(cell.text).inserted && used.contains(cell.text) {
            doubled.note(
                "the header has the column '\(cell.text)' twice; give one of them another name", at: cell.position)
        }
        try doubled.throwIfAny()
    }
}
