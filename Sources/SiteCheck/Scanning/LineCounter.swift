import Markup

/// Knows the places of offsets that are asked for in their order, without counting from the beginning for each.
struct LineCounter {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var column = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func place(of offset: Int) -> Place {
        while index < offset {
            if bytes[index] == "\n" {
                (line, column) = (line + 1, 1)
            } else if bytes[index] & 0xC0 != 0x80 {
                column += 1
            }
            index += 1
        }
        return Place(line: line, column: column)
    }
}
