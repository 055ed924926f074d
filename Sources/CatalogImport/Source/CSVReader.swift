/// Reads a table as RFC 4180 has it (quoted cells, line breaks in quotes, CRLF or LF), with any separator.
struct CSVReader {
    struct Cell {
        let text: String
        let position: Position
    }

    private let separator: UInt8
    private var cursor: TextCursor

    /// The rows of the table, the header first; every row has as many cells as the header.
    ///
    /// - Throws: ``SyntaxProblem``.
    static func read(_ text: String, separator: UInt8) throws -> [[Cell]] {
        var text = text
        return try text.withUTF8 { bytes in
            var reader = CSVReader(separator: separator, cursor: TextCursor(bytes))
            var rows: [[Cell]] = []
            while let row = try reader.readRow() {
                if row.count == 1, row[0].text.isEmpty { continue }
                if let header = rows.first, row.count != header.count {
                    throw SyntaxProblem(
                        position: row[0].position,
                        message: "this row has \(row.count) cells, the header has \(header.count)")
                }
                rows.append(row)
            }
            return rows
        }
    }

    private mutating func readRow() throws -> [Cell]? {
        guard cursor.peek != nil else { return nil }
        var cells: [Cell] = []
        repeat {
            let position = cursor.position()
            let text = cursor.peek == UInt8(ascii: "\"") ? try readQuoted() : readPlain()
            cells.append(Cell(text: text, position: position))
        } while cursor.take(separator)
        _ = cursor.take(UInt8(ascii: "\r"))
        _ = cursor.take(UInt8(ascii: "\n"))
        return cells
    }

    private mutating func readPlain() -> String {
        let text = cursor.takeText { [separator] in $0 != separator && $0 != UInt8(ascii: "\n") }
        let endsRow = cursor.peek != separator
        return endsRow && text.utf8.last == UInt8(ascii: "\r") ? String(text.unicodeScalars.dropLast()) : text
    }

    private mutating func readQuoted() throws -> String {
        let start = cursor.position()
        cursor.skip()
        var text: [UInt8] = []
        while let byte = cursor.peek {
            cursor.skip()
            if byte == UInt8(ascii: "\"") {
                guard cursor.take(byte) else {
                    if let next = cursor.peek, next != separator, next != UInt8(ascii: "\n"), next != UInt8(ascii: "\r")
                    {
                        throw SyntaxProblem(
                            position: cursor.position(),
                            message: "after the closing quote, a separator or a line end must come")
                    }
                    return String(decoding: text, as: UTF8.self)
                }
            }
            text.append(byte)
        }
        throw SyntaxProblem(position: start, message: "this quoted cell is never closed")
    }
}
