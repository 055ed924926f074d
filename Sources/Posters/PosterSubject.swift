/// What a poster is drawn from. Equal subjects have equal drawings.
package struct PosterSubject: Hashable, Sendable {
    package let title: String
    package let year: Int?
    /// The name of the film's first genre, or nothing.
    package let genre: String

    /// Raised whenever the drawing of any subject changes: browsers keep a drawing for ever under its tag.
    static let design = 2

    package init(title: String, year: Int?, genre: String) {
        self.title = title
        self.year = year
        self.genre = genre
    }

    /// Twelve hexadecimal digits, others for every other drawing: known without drawing it.
    package var tag: String {
        let digits: [UInt8] = Array("0123456789abcdef".utf8)
        let hash = hash
        return String(unsafeUninitializedCapacity: 12) { buffer in
            for index in 0..<12 { buffer[index] = digits[Int(hash >> (4 * UInt64(index)) & 15)] }
            return 12
        }
    }

    /// FNV-1a, its bits mixed once more: its low ones alone differ little between titles that end alike.
    var hash: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        for byte in title.utf8 { add(byte) }
        // No text has this byte, so the end of one field does not pass for the beginning of the next.
        add(0xFF)
        for byte in genre.utf8 { add(byte) }
        add(0xFF)
        let numbers = [year ?? .min, Self.design]
        for number in numbers {
            for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
        }
        return Dice.mixed(hash)
    }
}
