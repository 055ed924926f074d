/// A file that was read.
struct Document {
    /// In the ``FileTable``.
    let number: Int
    let path: String
    let bytes: [UInt8]

    /// The row and column, both from 1, of the character at an offset.
    func place(of offset: Int) -> Place {
        let before = bytes.prefix(offset)
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let isContinuation: (UInt8) -> Bool = { $0 & 0xC0 == 0x80 }
        return Place(
            line: 1 + before.count { $0 == "\n" }, column: 1 + before[lineStart...].count { !isContinuation($0) })
    }
}

/// Where something is in a file.
struct Place: Comparable, Sendable {
    private let packedLine: Int32
    private let packedColumn: Int32

    var line: Int { Int(packedLine) }
    var column: Int { Int(packedColumn) }

    static let start = Place(line: 1, column: 1)

    init(line: Int, column: Int) {
        packedLine = Int32(clamping: line)
        packedColumn = Int32(clamping: column)
    }

    static func < (one: Place, other: Place) -> Bool { (one.line, one.column) < (other.line, other.column) }
}
