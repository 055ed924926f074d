import Spelling

/// One row of a table, by the names of its columns.
struct TableRow {
    let cells: [String: SourceValue]
    let position: Position

    subscript(column: String) -> SourceValue? { cells[column] }
}

extension SourceFile {
    /// The rows of a CSV table, or the objects of a JSON (or YAML) list.
    ///
    /// - Throws: ``ImportFailure``.
    func rows(separator: UInt8) throws -> [TableRow] {
        if ["json", "yaml", "yml"].contains(fileType) { return try objects() }
        do {
            let table = try CSVReader.read(text, separator: separator)
            guard let header = table.first?.map(\.text) else { return [] }
            return table.dropFirst().map { row in
                let cells = zip(header, row).map { name, cell in
                    (name, SourceValue(cell.text.isEmpty ? .nothing : .text(cell.text), at: cell.position))
                }
                return TableRow(
                    cells: Dictionary(cells, uniquingKeysWith: { first, _ in first }), position: row[0].position)
            }
        } catch let error as SyntaxProblem {
            throw ImportFailure(
                problems: [ImportProblem(file: path, position: error.position, message: error.message)])
        }
    }

    private func objects() throws -> [TableRow] {
        let root = try readValue()
        guard case .list(let items) = root.content else {
            let problem = ImportProblem(
                file: path, position: root.position, message: "a table must be a list of objects, this is \(root.kind)")
            throw ImportFailure(problems: [problem])
        }
        let log = ProblemLog(file: path)
        let rows: [TableRow] = items.compactMap { item in
            guard case .mapping(let entries) = item.content else {
                log.note("a row must be an object, this is \(item.kind)", at: item.position)
                return nil
            }
            let cells = entries.map { ($0.key, $0.value) }
            return TableRow(
                cells: Dictionary(cells, uniquingKeysWith: { first, _ in first }), position: item.position)
        }
        try log.throwIfAny()
        return rows
    }
}

extension Mapping {
    /// The records that a table describes, in the form in which a catalog document would have them.
    ///
    /// - Throws: ``ImportFailure``.
    func records(of table: SourceFile) throws -> [SourceValue] {
        let rows = try table.rows(separator: separator)
        try requireColumns(in: rows, of: table)
        var occurrences: [String: Int] = [:]
        return rows.compactMap { row in
            guard conditions.allSatisfy({ row[$0.column.text]?.text == $0.value }) else { return nil }
            var entries: [SourceValue.Entry] = rules.compactMap { field, rule in
                rule.value(in: row).map { .init(key: field, keyPosition: $0.position, value: $0) }
            }
            if let rooms = auditoriums?.value(in: row) {
                entries.append(.init(key: "auditoriums", keyPosition: rooms.position, value: rooms))
            }
            if !keyColumns.isEmpty {
                let key = keyColumns.map { row[$0.text]?.text ?? "" }.joined(separator: "|")
                // Rows that the table itself cannot tell apart are told apart by their order.
                let occurrence = occurrences[key, default: 0] + 1
                occurrences[key] = occurrence
                let id = SourceValue(.text(occurrence == 1 ? key : "\(key)#\(occurrence)"), at: row.position)
                entries.append(.init(key: "id", keyPosition: row.position, value: id))
            }
            return SourceValue(.mapping(entries), at: row.position)
        }
    }

    /// A column that no row has is misspelt in the mapping, most likely.
    private func requireColumns(in rows: [TableRow], of table: SourceFile) throws {
        guard !rows.isEmpty else { return }
        let names = rows.reduce(into: Set<String>()) { names, row in names.formUnion(row.cells.keys) }
        let log = ProblemLog(file: file)
        for column in columns where !names.contains(column.text) {
            let nearest = suggestion(for: column.text, among: names)
            log.note("\(table.path) has no column '\(column.text)'\(nearest)", at: column.position)
        }
        try log.throwIfAny()
    }
}
