/// What a metric is called, and what it says.
package struct MetricDescription: Sendable {
    package enum Kind: Sendable {
        case counter
        case gauge
        /// Of seconds.
        case histogram
    }

    let name: String
    let help: String
    let kind: Kind
    /// In the order in which they sort what is shown.
    let labels: [String]

    package init(_ name: String, _ help: String, _ kind: Kind, by labels: [String]) {
        self.name = name
        self.help = help
        self.kind = kind
        self.labels = labels
    }
}
