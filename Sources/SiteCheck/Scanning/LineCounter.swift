/// Knows the lines of places that are asked for in their order, without beginning anew for each.
struct LineCounter {
    private let bytes: [UInt8]
    private var (index, line, lineStart) = (0, 1, 0)

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func place(of offset: Int) -> Place {
        while index < offset {
            if bytes[index] == "\n" { (line, lineStart) = (line + 1, index + 1) }
            index += 1
        }
        return Place(line: line, column: 1 + bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 })
    }
}
