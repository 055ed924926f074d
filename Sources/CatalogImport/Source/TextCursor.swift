/// A reader's place in UTF-8 text that knows its line and column.
struct TextCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var index = 0
    private var counted = 0
    private var place = Position.start

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The byte at the cursor; `nil` at the end.
    var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func skip(_ count: Int = 1) {
        index += count
    }

    /// Steps over `byte` if it stands at the cursor.
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        index += 1
        return true
    }

    /// Steps over bytes as long as they satisfy `belongs`.
    mutating func takeText(while belongs: (UInt8) -> Bool) -> String {
        let start = index
        while let byte = peek, belongs(byte) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// - Returns: `nil` if fewer bytes are left.
    mutating func takeText(count: Int) -> String? {
        guard index + count <= bytes.count else { return nil }
        defer { index += count }
        return String(decoding: bytes[index..<index + count], as: UTF8.self)
    }

    /// As many of the bytes from the cursor on as there are, at most `count`.
    func next(_ count: Int) -> ArraySlice<UInt8> { Array(bytes[index..<min(index + count, bytes.count)])[...] }

    /// Counts on from the last place asked for, so that asking often costs no more than reading once.
    mutating func position() -> Position {
        while counted < min(index, bytes.count) {
            let byte = bytes[counted]
            let isContinuation = byte & 0b1100_0000 == 0b1000_0000
            // A carriage return alone ends a line as well; with a line feed, both end one.
            let isOldLineEnd = byte == UInt8(ascii: "\r") && !(counted + 1 < bytes.count && bytes[counted + 1] == 0x0A)
            if byte == UInt8(ascii: "\n") || isOldLineEnd {
                place = Position(line: place.line + 1, column: 1)
            } else if !isContinuation {
                place.column += 1
            }
            counted += 1
        }
        return place
    }

    mutating func problem(_ message: String) -> SyntaxProblem {
        SyntaxProblem(position: position(), message: message)
    }
}
