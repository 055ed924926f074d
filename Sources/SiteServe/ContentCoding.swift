/// A way of compressing that browsers undo, and what files compressed in this way are called.
enum ContentCoding: String, CaseIterable {
    // The one that is better at it first.
    case brotli = "br"
    case gzip

    /// What is added to the name of the file.
    var suffix: String {
        switch self {
        case .brotli: ".br"
        case .gzip: ".gz"
        }
    }

    /// The codings that a client takes, the one it likes best first.
    ///
    /// - Parameter header: the value of `Accept-Encoding`.
    static func accepted(_ header: String?) -> [ContentCoding] {
        var weights: [String: Double] = [:]
        for element in (header ?? "").lowercased().split(separator: ",") {
            let parts = element.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard let name = parts.first else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 }
            weights[name] = weight ?? 1
        }
        func weight(_ coding: ContentCoding) -> Double { weights[coding.rawValue] ?? weights["*"] ?? 0 }
        let accepted = allCases.filter { weight($0) > 0 }
        return accepted.sorted { weight($0) > weight($1) }
    }
}
