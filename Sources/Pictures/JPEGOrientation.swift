/// What a camera notes of how it was held: browsers turn the picture accordingly.
enum JPEGOrientation {
    /// Whether width and height change places.
    ///
    /// - Parameter place: of the contents of the segment APP1.
    static func isTurned(_ bytes: ByteReader, at place: Int) -> Bool {
        guard bytes.has([0x45, 0x78, 0x69, 0x66, 0, 0], at: place) else { return false }
        let start = place + 6
        let isBig = bytes.has("MM", at: start)
        func number(_ length: Int, _ offset: Int) -> Int? {
            isBig ? bytes.big(length, at: start + offset) : bytes.little(length, at: start + offset)
        }
        guard isBig || bytes.has("II", at: start), let directory = number(4, 4), let count = number(2, directory)
        else { return false }
        for entry in 0..<count {
            let field = directory + 2 + entry * 12
            // Orientation; from 5 on the picture lies on its side.
            if number(2, field) == 0x0112 { return number(2, field + 8).map { (5...8).contains($0) } ?? false }
        }
        return false
    }
}
