/// One metric with all its labels, in Prometheus' text format.
///
/// https://prometheus.io/docs/instrumenting/exposition_formats/
package struct MetricFamily {
    package typealias Labels = [String: String]

    let text: String

    private init(_ name: String, _ help: String, type: String, samples: [String]) {
        text = (["# HELP \(name) \(help)", "# TYPE \(name) \(type)"] + samples).map { $0 + "\n" }.joined()
    }

    package static func counter(
        _ name: String, _ help: String, _ values: [(labels: Labels, value: Int)]
    ) -> MetricFamily {
        MetricFamily(name, help, type: "counter", samples: values.map { sample(name, $0.labels, "\($0.value)") })
    }

    package static func gauge(_ name: String, _ help: String, _ value: Int) -> MetricFamily {
        MetricFamily(name, help, type: "gauge", samples: [sample(name, [:], "\(value)")])
    }

    static func gauge(_ name: String, _ help: String, _ values: [(labels: Labels, value: Double)]) -> MetricFamily {
        MetricFamily(name, help, type: "gauge", samples: values.map { sample(name, $0.labels, "\($0.value)") })
    }

    package static func histogram(
        _ name: String, _ help: String, _ values: [(labels: Labels, histogram: Histogram)]
    ) -> MetricFamily {
        let samples = values.flatMap { labels, histogram in
            histogram.buckets.map { bound, count in
                sample(name + "_bucket", labels.merging(["le": bound]) { $1 }, "\(count)")
            } + [
                sample(name + "_sum", labels, "\(histogram.sum)"),
                sample(name + "_count", labels, "\(histogram.count)"),
            ]
        }
        return MetricFamily(name, help, type: "histogram", samples: samples)
    }

    private static func sample(_ name: String, _ labels: Labels, _ value: String) -> String {
        guard !labels.isEmpty else { return "\(name) \(value)" }
        let list = labels.sorted { $0.key < $1.key }.map { #"\#($0.key)="\#(escaped($0.value))""# }
        return "\(name){\(list.joined(separator: ","))} \(value)"
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
