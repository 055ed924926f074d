import Cinema
import Text

/// A table as it was read: the names of its columns, and its rows.
struct Table {
    /// Where the first row of a table in CSV stands; a table of objects has no header.
    let header: [CSVReader.Cell]?
    let rows: [TableRow]

    /// Every column that any row has.
    var columnNames: Set<String> {
        if let header { return Set(header.map(\.text)) }
        return rows.reduce(into: []) { names, row in names.formUnion(row.cells.keys) }
    }
}

/// One row of a table, by the names of its columns.
struct TableRow {
    let cells: [String: SourceValue]
    let position: Position

    subscript(column: String) -> SourceValue? { cells[column] }
}

extension SourceFile {
    /// A CSV table, or the objects of a list in JSON, JSON Lines or YAML.
    ///
    /// - Throws: ``ImportFailure``.
    func table(separator: UInt8) throws -> Table {
        switch fileType {
        case "json", "yaml", "yml": return try Table(header: nil, rows: rows(of: readValue()))
        case "jsonl", "ndjson":
            return try Table(header: nil, rows: rows(of: reading { try JSONReader.readLines(text) }))
        case "geojson":
            throw ImportFailure(
                file: path, "GeoJSON is not read; take the properties of its features out, as a list of objects")
        default: return try csvTable(separator: separator)
        }
    }

    private func csvTable(separator: UInt8) throws -> Table {
        if let first = text.first(where: { !$0.isWhitespace }), "{[<".contains(first) {
            let format = first == "<" ? "XML or HTML" : "JSON"
            throw ImportFailure(
                file: path,
                "seems to be \(format), and its name says that it is CSV; only .json, .jsonl and .yaml are not")
        }
        let table = try reading { try CSVReader.read(text, separator: separator) }
        guard let header = table.first else { throw ImportFailure(file: path, "is empty") }
        let names = header.map(\.text)
        let rows = table.dropFirst().map { row in
            let cells = zip(names, row).map { name, cell in
                (name, SourceValue(cell.text.isEmpty ? .nothing : .text(cell.text), at: cell.position))
            }
            return TableRow(
                cells: Dictionary(cells, uniquingKeysWith: { first, _ in first }), position: row[0].position)
        }
        return Table(header: header, rows: rows)
    }

    private func rows(of root: SourceValue) throws -> [TableRow] {
        guard case .list(let items) = root.content else {
            throw ImportFailure(
                file: path, "a table must be a list of objects, this is \(root.kind)", at: root.position)
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
