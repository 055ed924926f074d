/// Bytes of every kind that a compressor may meet.
enum Sample: String, CaseIterable, Sendable {
    case empty
    case oneByte
    case page
    case fiveMegabytes
    case incompressible

    var bytes: [UInt8] {
        switch self {
        case .empty: []
        case .oneByte: [0x4D]
        case .page: page(showtimes: 100)
        case .fiveMegabytes: Array(page(showtimes: 60_000).prefix(5_000_000))
        case .incompressible: noise(100_000)
        }
    }

    private func page(showtimes: Int) -> [UInt8] {
        let entries = (0..<showtimes).map { number in
            "<li><a href=\"/showtimes/\(number * 7919 % 100_003)/\"><time>\(number % 24):30</time> Salle \(number % 8) – "
                + "12,50 €</a></li>\n"
        }
        return Array("<!DOCTYPE html><html lang=\"fr\"><ol>\n\(entries.joined())</ol></html>\n".utf8)
    }

    private func noise(_ count: Int) -> [UInt8] {
        var state: UInt64 = 1
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
    }
}
