/// Chance that falls the same for the same seed, on every machine (SplitMix64).
struct Dice {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        return range.lowerBound + Int(Self.mixed(state) % UInt64(range.count))
    }

    mutating func isLucky(oneIn count: Int) -> Bool { roll(1...count) == 1 }

    mutating func one<Element>(of elements: [Element]) -> Element { elements[roll(0...elements.count - 1)] }

    static func mixed(_ number: UInt64) -> UInt64 {
        var number = number
        number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
        number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
        return number ^ (number >> 31)
    }
}
