/// How fast the contenders are: the median of samples that are taken from each of them in turn, in one thread.
struct Measurement {
    let sampleCount: Int
    /// A sample lasts at least this long.
    let sampleDuration: Duration

    /// - Returns: pages per second of each, in their order.
    func pagesPerSecond(of contenders: [Contender], pageCount: Int) -> [Double] {
        let rounds = contenders.map(rounds)
        var samples = contenders.map { _ in [Double]() }
        for _ in 0..<sampleCount {
            for (index, contender) in contenders.enumerated() {
                let taken = seconds(of: contender, rounds: rounds[index])
                samples[index].append(Double(rounds[index] * pageCount) / taken)
            }
        }
        return samples.map { $0.sorted()[sampleCount / 2] }
    }

    /// How often all pages are rendered in one sample. Finding it out warms up, too.
    private func rounds(of contender: Contender) -> Int {
        var rounds = 1
        while seconds(of: contender, rounds: rounds) < sampleDuration / .seconds(1) { rounds *= 2 }
        return rounds
    }

    private func seconds(of contender: Contender, rounds: Int) -> Double {
        var bytes = 0
        let taken = ContinuousClock().measure {
            for _ in 0..<rounds { bytes += contender.renderAll() }
        }
        precondition(bytes > 0, "\(contender.name) has rendered nothing")
        return taken / .seconds(1)
    }
}
