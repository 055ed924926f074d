import Markup

/// Knows the places of offsets in a file in whatever order they are asked for, without counting from the beginning for each: a
/// file may have thousands of faults, and be one line.
final class PlaceTable {
    private let bytes: [UInt8]
    /// Where the file stands every so many bytes; counted when a place is first asked for, as most files have no faults.
    private lazy var steps = Self.steps(bytes)

    private static let step = 512

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func place(of offset: Int) -> Place {
        let offset = min(offset, bytes.count)
        return steps[offset / Self.step].advanced(over: bytes[(offset / Self.step * Self.step)..<offset])
    }

    private static func steps(_ bytes: [UInt8]) -> [Place] {
        var places = [Place.start]
        for start in stride(from: 0, to: bytes.count - bytes.count % step, by: step) {
            places.append(places[places.count - 1].advanced(over: bytes[start..<start + step]))
        }
        return places
    }
}
