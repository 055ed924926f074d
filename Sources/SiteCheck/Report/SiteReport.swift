/// What a check found.
package struct SiteReport: Sendable {
    package let files: Int
    package let pages: Int
    package let links: Int
    /// None for a site without faults.
    package let groups: [Group]

    package struct Group: Sendable {
        package let kind: FaultKind
        /// The first of them, in the order of the files.
        package let faults: [Fault]
        /// Of all of them.
        package let count: Int
    }

    package var faultCount: Int { groups.reduce(0) { $0 + $1.count } }

    /// Each fault as `path:line:column: message`, grouped by their kinds.
    package var lines: [String] {
        groups.flatMap { group in
            let rest = group.count - group.faults.count
            return group.faults.map(\.description) + (rest > 0 ? ["… and \(Self.grouped(rest)) more like this"] : [])
        }
    }

    /// `1,006 pages and 24,310 links, 3 faults, in 0.21 s`
    package func sentence(after duration: Duration) -> String {
        let hundredths = Int((duration / .milliseconds(10)).rounded())
        let seconds = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
        return
            "\(Self.count(pages, "page")) and \(Self.count(links, "link")), \(Self.count(faultCount, "fault")), in \(seconds) s"
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }

    /// `1,234,567`
    private static func grouped(_ number: Int) -> String {
        number < 1_000 ? "\(number)" : "\(grouped(number / 1_000)),\(String(1_000 + number % 1_000).dropFirst())"
    }
}
