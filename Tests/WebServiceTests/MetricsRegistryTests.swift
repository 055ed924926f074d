import CoreMetrics
import Testing

@testable import WebService

@Suite("What is counted through swift-metrics")
struct MetricsRegistryTests {
    private let registry = MetricsRegistry()

    @Test("a metric has its place and its help from its description, and its values in the order of its labels")
    func described() {
        registry.describe(MetricDescription("sales_total", "Sales.", .counter, by: ["room", "day"]), known: [])
        registry.ask { [.gauge("rooms", "Rooms.", 2)] }
        for (room, day) in [("b", "1"), ("a", "2"), ("a", "1"), ("a", "1")] {
            Counter(label: "sales_total", dimensions: [("day", day), ("room", room)], factory: registry).increment()
        }
        #expect(
            registry.text == """
                # HELP sales_total Sales.
                # TYPE sales_total counter
                sales_total{day="1",room="a"} 2
                sales_total{day="2",room="a"} 1
                sales_total{day="1",room="b"} 1
                # HELP rooms Rooms.
                # TYPE rooms gauge
                rooms 2

                """)
    }

    @Test("what is known beforehand is shown before it was counted")
    func known() {
        registry.describe(MetricDescription("holds_total", "Holds.", .counter, by: ["outcome"]), known: ["b", "a"])
        #expect(registry.text.hasSuffix("holds_total{outcome=\"a\"} 0\nholds_total{outcome=\"b\"} 0\n"))
    }

    @Test("what a library counts is shown too, under a name that Prometheus takes")
    func library() {
        Meter(label: "pool.size", dimensions: [], factory: registry).set(3)
        Timer(label: "http.client.time", dimensions: [("host", "bank")], factory: registry)
            .recordNanoseconds(2_000_000_000)
        #expect(registry.text.contains("# TYPE pool_size gauge\npool_size 3.0\n"))
        #expect(registry.text.contains("http_client_time_bucket{host=\"bank\",le=\"2.5\"} 1\n"))
        #expect(registry.text.contains("http_client_time_sum{host=\"bank\"} 2.0\n"))
    }
}
