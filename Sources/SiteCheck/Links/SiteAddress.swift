import Markup
import Text
import WebOrigin

/// Where a site is on the web.
struct SiteAddress: Sendable {
    /// Scheme, host and port as browsers send them: `https://cinema.example`.
    let origin: String
    /// The path that the site lives below, without the slash before it and with the characters that
    /// `%` stands for: empty, or `programme/`.
    let root: [UInt8]

    /// - Parameter address: of the home page.
    /// - Returns: `nil` unless it begins with `http://` or `https://` and names a host.
    init?(_ address: ByteText) {
        guard let (origin, path) = Self.parts(of: address) else { return nil }
        self.origin = origin
        var root = Array(path.prefix { $0 != "?" && $0 != "#" }.drop { $0 == "/" })
        while root.last == UInt8(ascii: "/") { root.removeLast() }
        self.root = root.isEmpty ? [] : PercentEncoding.decode(root[...]) + [UInt8(ascii: "/")]
    }

    /// Splits an absolute address into its origin and the rest, which is empty or begins with `/`, `?` or `#`.
    static func parts(of address: ByteText) -> (origin: String, path: ByteText)? {
        let scheme: ByteText
        if address.begins(with: "https://") {
            scheme = address.prefix(8)
        } else if address.begins(with: "http://") {
            scheme = address.prefix(7)
        } else {
            return nil
        }
        let host = address[scheme.endIndex...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !host.isEmpty else { return nil }
        var origin = (scheme + host).text.lowercased()
        let port = scheme.count == 8 ? ":443" : ":80"
        if origin.hasSuffix(port) { origin.removeLast(port.count) }
        // A page may name a host in any letters, and a browser asks for it in Punycode.
        if host.contains(where: { $0 >= 0x80 }), let asked = try? Origin(origin) { origin = asked.text }
        return (origin, address[host.endIndex...])
    }
}
