/// How many values there were up to each of several bounds.
package struct Histogram: Sendable {
    /// For times of answers.
    static let seconds = Histogram(bounds: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10])

    private let bounds: [Double]
    /// One for each bound, and one for what is above all of them.
    private var counts: [Int]
    private(set) var sum: Double

    init(bounds: [Double]) {
        self.init(bounds: bounds, counts: Array(repeating: 0, count: bounds.count + 1), sum: 0)
    }

    /// - Parameter counts: how many values are above the bound before and not above their own; the last one has no bound.
    package init(bounds: [Double], counts: [Int], sum: Double) {
        self.bounds = bounds
        self.counts = counts
        self.sum = sum
    }

    mutating func record(_ value: Double) {
        counts[bounds.firstIndex { value <= $0 } ?? bounds.count] += 1
        sum += value
    }

    var count: Int { counts.reduce(0, +) }

    /// Each bound, with how many values are not above it.
    var buckets: [(bound: String, count: Int)] {
        var total = 0
        let names = bounds.map { $0 == $0.rounded() ? String(Int($0)) : String($0) } + ["+Inf"]
        return zip(names, counts).map { name, count in
            total += count
            return (name, total)
        }
    }
}
