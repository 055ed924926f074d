/// Reads numbers and names at places that may be beyond the end.
struct ByteReader {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    func has(_ name: StaticString, at place: Int = 0) -> Bool {
        name.withUTF8Buffer { has(Array($0), at: place) }
    }

    func has(_ expected: [UInt8], at place: Int = 0) -> Bool {
        place >= 0 && place + expected.count <= bytes.count
            && bytes[place..<place + expected.count].elementsEqual(expected)
    }

    /// A number of up to seven bytes, the most significant one first.
    func big(_ length: Int, at place: Int) -> Int? {
        guard place >= 0, place + length <= bytes.count else { return nil }
        return bytes[place..<place + length].reduce(0) { $0 << 8 | Int($1) }
    }

    /// A number of up to seven bytes, the least significant one first.
    func little(_ length: Int, at place: Int) -> Int? {
        guard place >= 0, place + length <= bytes.count else { return nil }
        return bytes[place..<place + length].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
