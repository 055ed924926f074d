import CoreMetrics
import Synchronization

/// One metric with what was counted for each of its labels.
final class KeptFamily: Sendable {
    private let metric: MetricDescription
    /// By the values of the labels, in the order of the description.
    private let counters = Mutex<[[String]: KeptCounter]>([:])
    private let gauges = Mutex<[[String]: KeptGauge]>([:])
    private let histograms = Mutex<[[String]: KeptHistogram]>([:])

    init(_ metric: MetricDescription) {
        self.metric = metric
    }

    func counter(_ dimensions: [(String, String)]) -> KeptCounter {
        counters.withLock { $0.value(at: values(of: dimensions), orNew: KeptCounter()) }
    }

    func gauge(_ dimensions: [(String, String)]) -> KeptGauge {
        gauges.withLock { $0.value(at: values(of: dimensions), orNew: KeptGauge()) }
    }

    func histogram(_ dimensions: [(String, String)]) -> KeptHistogram {
        histograms.withLock { $0.value(at: values(of: dimensions), orNew: KeptHistogram()) }
    }

    var shown: MetricFamily {
        switch metric.kind {
        case .counter: .counter(metric.name, metric.help, sorted(counters.withLock { $0 }).map { ($0, $1.value) })
        case .gauge: .gauge(metric.name, metric.help, sorted(gauges.withLock { $0 }).map { ($0, $1.value) })
        case .histogram:
            .histogram(metric.name, metric.help, sorted(histograms.withLock { $0 }).map { ($0, $1.histogram) })
        }
    }

    private func values(of dimensions: [(String, String)]) -> [String] {
        metric.labels.map { label in dimensions.first { $0.0 == label }?.1 ?? "" }
    }

    private func sorted<Kept>(_ kept: [[String]: Kept]) -> [(MetricFamily.Labels, Kept)] {
        kept.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { values, kept in
            (MetricFamily.Labels(zip(metric.labels, values)) { $1 }, kept)
        }
    }
}

extension Dictionary {
    fileprivate mutating func value(at key: Key, orNew new: @autoclosure () -> Value) -> Value {
        if let known = self[key] { return known }
        let new = new()
        self[key] = new
        return new
    }
}

final class KeptCounter: CounterHandler {
    private let count = Atomic(0)

    var value: Int { count.load(ordering: .relaxed) }

    func increment(by amount: Int64) { count.add(Int(amount), ordering: .relaxed) }
    func reset() { count.store(0, ordering: .relaxed) }
}

final class KeptGauge: MeterHandler, RecorderHandler {
    private let last = Mutex(0.0)

    var value: Double { last.withLock { $0 } }

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { last.withLock { $0 = value } }
    func increment(by amount: Double) { last.withLock { $0 += amount } }
    func decrement(by amount: Double) { last.withLock { $0 -= amount } }
    func record(_ value: Int64) { set(value) }
    func record(_ value: Double) { set(value) }
}

final class KeptHistogram: TimerHandler, RecorderHandler {
    private let state = Mutex(Histogram.seconds)

    var histogram: Histogram { state.withLock { $0 } }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
    func record(_ value: Int64) { record(Double(value)) }
    func record(_ value: Double) { state.withLock { $0.record(value) } }
}
