/// Where something is in a file.
package struct Place: Comparable, Sendable {
    private let packedLine: Int32
    private let packedColumn: Int32

    package var line: Int { Int(packedLine) }
    package var column: Int { Int(packedColumn) }

    package static let start = Place(line: 1, column: 1)

    package init(line: Int, column: Int) {
        packedLine = Int32(clamping: line)
        packedColumn = Int32(clamping: column)
    }

    /// The row and column, both from 1, of the character at an offset.
    package init(of offset: Int, in bytes: [UInt8]) {
        let before = bytes.prefix(offset)
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let isContinuation: (UInt8) -> Bool = { $0 & 0xC0 == 0x80 }
        self.init(
            line: 1 + before.count { $0 == "\n" }, column: 1 + before[lineStart...].count { !isContinuation($0) })
    }

    package static func < (one: Place, other: Place) -> Bool { (one.line, one.column) < (other.line, other.column) }
}
