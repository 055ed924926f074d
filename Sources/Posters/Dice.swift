import Randomness

/// Chance for drawings: the same for the same seed, on every machine.
struct Dice {
    private var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(random.next() % UInt64(range.count))
    }

    mutating func isLucky(oneIn count: Int) -> Bool { roll(1...count) == 1 }

    mutating func one<Element>(of elements: [Element]) -> Element { elements[roll(0...elements.count - 1)] }
}
