/// Reads a table as RFC 4180 has it (quoted cells, line breaks in quotes), with any separator and the line ends of any
/// system: CRLF, LF, or CR alone.
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
            try reader.skipNoteForExcel()
            var rows: [[Cell]] = []
            while let row = try reader.readRow() {
                if row.count == 1, row[0].text.isEmpty { continue }
                if let header = rows.first, row.count != header.count {
                    let hint = header.count == 1 ? separatorHint(header[0].text, separator) : ""
                    throw SyntaxProblem(
                        position: row[0].position,
                        message: "this row has \(row.count) cells, the header has \(header.count)\(hint)")
                }
                rows.append(row)
            }
            return rows
        }
    }

    /// What separates the cells of a header that was read as one; nothing if it seems to be one cell indeed.
    static func separatorHint(_ header: String, _ separator: UInt8) -> String {
        let counts = [";": "\";\"", "\t": "\"\\t\"", ",": "\",\"", "|": "\"|\""].map { sign, written in
            (count: header.filter { String($0) == sign }.count, written: written)
        }
        guard let most = counts.max(by: { $0 < $1 }), most.count > 0 else { return "" }
        return "; its separator seems to be \(most.written), not \"\(Character(UnicodeScalar(separator)))\""
    }

    /// Excel writes, and reads, a first line such as `sep=;`, which is no header.
    private mutating func skipNoteForExcel() throws {
        let start = cursor
        guard cursor.takeText(count: 4) == "sep=", let sign = cursor.peek else {
            cursor = start
            return
        }
        cursor.skip()
        guard cursor.peek == UInt8(ascii: "\r") || cursor.peek == UInt8(ascii: "\n") else {
            cursor = start
            return
        }
        guard sign == separator else {
            throw SyntaxProblem(
                position: .start, message: "the file says that its separator is \"\(Character(UnicodeScalar(sign)))\"")
        }
        _ = cursor.take(UInt8(ascii: "\r"))
        _ = cursor.take(UInt8(ascii: "\n"))
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
        cursor.takeText { [separator] in $0 != separator && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
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
