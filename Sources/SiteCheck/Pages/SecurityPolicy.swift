/// A content security policy: from where a page may load what.
struct SecurityPolicy: Hashable, Sendable {
    /// Each with its sources in the alphabet's order: their own order means nothing.
    private let directives: [String: [String]]
    /// The words that let a page run what stands in it, by the directive that says them, in order.
    let weaknesses: [String]

    /// A `<meta>` cannot give these.
    private static let onlyInHeaders: Set<String> = [
        "frame-ancestors", "report-to", "report-uri", "require-trusted-types-for", "sandbox", "trusted-types",
    ]

    init(_ text: String) {
        var directives: [String: [String]] = [:]
        for directive in text.split(separator: ";") {
            let words = directive.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let name = words.first?.lowercased(), directives[name] == nil else { continue }
            directives[name] = words.dropFirst().sorted()
        }
        self.init(directives: directives)
    }

    private init(directives: [String: [String]]) {
        self.directives = directives
        weaknesses = directives.sorted { $0.key < $1.key }.flatMap { name, sources in
            sources.filter { $0 == "'unsafe-inline'" || $0 == "'unsafe-eval'" }.map { "\(name) \($0)" }
        }
    }

    /// As a `<meta>` can give it.
    var withoutHeaderDirectives: SecurityPolicy {
        SecurityPolicy(directives: directives.filter { !Self.onlyInHeaders.contains($0.key) })
    }

    /// Whether something may be loaded from another origin.
    ///
    /// - Parameter directive: the one for its kind; `default-src` stands in for it.
    func allows(_ origin: String, _ directive: String) -> Bool {
        (directives[directive] ?? directives["default-src"] ?? []).contains { source in
            SiteAddress.parts(of: ArraySlice(source.utf8))?.origin == origin
        }
    }
}
