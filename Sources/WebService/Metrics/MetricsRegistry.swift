package import CoreMetrics
import Synchronization

/// Keeps what is counted through swift-metrics, and shows it in Prometheus' text format.
///
/// What a service counts itself is described first, which gives it a place in the text and a help. What a library counts, where it
/// is given this factory, comes behind that under the name that the library has for it.
package final class MetricsRegistry: MetricsFactory {
    package typealias Source = @Sendable () -> [MetricFamily]

    private enum Entry {
        case kept(KeptFamily)
        case asked(Source)
    }

    private struct State {
        var entries: [Entry] = []
        var places: [String: Int] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// - Parameter known: values of the only label that are shown before anything was counted.
    package func describe(_ metric: MetricDescription, known: [String] = []) {
        state.withLock { state in
            let family = KeptFamily(metric)
            for value in known { _ = family.counter([(metric.labels[0], value)]) }
            state.places[metric.name] = state.entries.count
            state.entries.append(.kept(family))
        }
    }

    /// Shows what is counted elsewhere.
    package func ask(_ source: @escaping Source) {
        state.withLock { $0.entries.append(.asked(source)) }
    }

    package var text: String {
        let entries = state.withLock { $0.entries }
        return entries.flatMap { entry in
            switch entry {
            case .kept(let family): [family.shown]
            case .asked(let source): source()
            }
        }.map(\.text).joined()
    }

    /// The family that a metric belongs to; one that nobody has described is a library's.
    private func family(_ label: String, _ dimensions: [(String, String)], _ kind: MetricDescription.Kind) -> KeptFamily
    {
        state.withLock { state in
            if let place = state.places[label], case .kept(let family) = state.entries[place] { return family }
            let name = String(label.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
            let family = KeptFamily(
                MetricDescription(name, "Counted by a library.", kind, by: dimensions.map(\.0).sorted()))
            state.places[label] = state.entries.count
            state.entries.append(.kept(family))
            return family
        }
    }

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        family(label, dimensions, .counter).counter(dimensions)
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        family(label, dimensions, .gauge).gauge(dimensions)
    }

    package func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        aggregate
            ? family(label, dimensions, .histogram).histogram(dimensions)
            : family(label, dimensions, .gauge).gauge(dimensions)
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        family(label, dimensions, .histogram).histogram(dimensions)
    }

    // What was counted is shown for as long as the process lives.

    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyMeter(_ handler: any MeterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}
}
