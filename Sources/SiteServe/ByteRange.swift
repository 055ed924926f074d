/// Which bytes a request asks for (RFC 9110, section 14).
enum ByteRange: Hashable {
    case whole
    case part(Range<Int>)
    case unsatisfiable

    /// What cannot be understood counts as not said, and so do several ranges at once: no page of a site needs them.
    ///
    /// - Parameters:
    ///   - header: the value of `Range`.
    ///   - size: of all that could be sent.
    init(_ header: String?, of size: Int) {
        self = header.flatMap { Self.parse($0, size) } ?? .whole
    }

    private static func parse(_ header: String, _ size: Int) -> ByteRange? {
        let halves = header.split(separator: "=", maxSplits: 1)
        guard halves.count == 2, halves[0].lowercased() == "bytes" else { return nil }
        let ends = halves[1].split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
            return nil
        }
        // A number that is too large for the machine is too large for any file.
        let first = ends[0].isEmpty ? nil : Int(ends[0]) ?? .max
        let last = ends[1].isEmpty ? nil : Int(ends[1]) ?? .max
        switch (first, last) {
        case (nil, nil): return nil
        case (nil, let count?):
            guard count > 0 else { return .unsatisfiable }
            return size == 0 ? nil : .part(max(0, size - count)..<size)
        case (let first?, let last):
            if let last, last < first { return nil }
            guard first < size else { return .unsatisfiable }
            return .part(first..<min(last ?? .max, size - 1) + 1)
        }
    }
}
