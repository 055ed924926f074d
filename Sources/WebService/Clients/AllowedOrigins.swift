package import WebOrigin

/// The sites whose pages may call, and to which clients may be sent back.
package struct AllowedOrigins: Sendable {
    package static let none = AllowedOrigins([])

    private let texts: Set<String>

    package init(_ origins: [Origin]) {
        texts = Set(origins.map(\.text))
    }

    /// - Parameter header: what a browser sends as `Origin`, which is in the one form that ``Origin/text`` has.
    package func contains(_ header: String) -> Bool { texts.contains(header) }

    package func contains(_ origin: Origin) -> Bool { texts.contains(origin.text) }
}
