import Randomness
import Text

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
        let hash = hash
        return String(unsafeUninitializedCapacity: 12) { buffer in
            for index in 0..<12 { buffer[index] = Hexadecimal.digit(UInt8(hash >> (4 * UInt64(index)) & 15)) }
            return 12
        }
    }

    /// A stable hash, its bits mixed once more: its low ones alone differ little between titles that end alike.
    var hash: UInt64 {
        var hash = StableHash()
        for byte in title.utf8 { hash.add(byte) }
        // No text has this byte, so the end of one field does not pass for the beginning of the next.
        hash.add(0xFF)
        for byte in genre.utf8 { hash.add(byte) }
        hash.add(0xFF)
        let numbers = [year ?? .min, Self.design]
        for number in numbers {
            for shift in stride(from: 0, to: 64, by: 8) { hash.add(UInt8(truncatingIfNeeded: number >> shift)) }
        }
        return SplitMix64.mixed(hash.value)
    }
}
