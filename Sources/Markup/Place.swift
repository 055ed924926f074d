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
        self = Place.start.advanced(over: bytes.prefix(offset))
    }

    /// Where the bytes end that begin here.
    package func advanced(over bytes: ArraySlice<UInt8>) -> Place {
        var (line, column) = (self.line, self.column)
        for byte in bytes {
            if byte == "\n" {
                (line, column) = (line + 1, 1)
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return Place(line: line, column: column)
    }

    package static func < (one: Place, other: Place) -> Bool { (one.line, one.column) < (other.line, other.column) }
}
