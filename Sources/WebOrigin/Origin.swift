/// Scheme, host and port of a site, in the one form in which browsers send it (RFC 6454): small letters, names in
/// Punycode, no port that is the scheme's own.
///
/// Two origins are the same exactly if their texts are, byte for byte.
package struct Origin: Hashable, Sendable, CustomStringConvertible {
    package enum Scheme: String, Sendable {
        case http, https

        var defaultPort: Int { self == .https ? 443 : 80 }
    }

    package let scheme: Scheme
    /// A name in ASCII, an IPv4 address, or an IPv6 address in brackets.
    package let host: String
    /// `nil` for the scheme's own.
    package let port: Int?

    init(scheme: Scheme, host: String, port: Int?) {
        self.scheme = scheme
        self.host = host
        self.port = port == scheme.defaultPort ? nil : port
    }

    /// Takes any spelling of an origin, such as `HTTPS://Königskino.example:443`.
    package init(_ text: String) throws(AddressFault) {
        guard text != "*" else { throw AddressFault("it stands for all sites; name each that may") }
        let address = try WebAddress(text)
        guard address.tail.isEmpty else { throw AddressFault("it has a path; write \(address.origin)") }
        self = address.origin
    }

    /// `https://cinema.example`, as the header `Origin` and a content security policy have it.
    package var text: String { "\(scheme.rawValue)://\(host)" + (port.map { ":\($0)" } ?? "") }

    package var description: String { text }

    /// The same for WebSockets: `wss://cinema.example`.
    package var socketText: String { "ws" + text.dropFirst("http".count) }

    package var isSecure: Bool { scheme == .https }

    package var isIPv6: Bool { host.utf8.first == UInt8(ascii: "[") }
}
