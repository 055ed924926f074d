import Text

/// An absolute http or https URL that names no user, in clean ASCII: the host as browsers send it, the rest
/// percent-encoded. It can stand in a header, a page or a policy as it is.
package struct WebAddress: Hashable, Sendable, CustomStringConvertible {
    package let origin: Origin
    /// Path, query and fragment as far as there are any: empty, or beginning with `/`, `?` or `#`.
    package let tail: String

    package var text: String { origin.text + tail }

    package var description: String { text }

    package init(_ text: String) throws(AddressFault) {
        let scalars = text.unicodeScalars
        guard !scalars.contains(where: { $0.properties.isWhitespace || $0.properties.generalCategory == .control })
        else { throw AddressFault("it has a blank or a control character in it") }
        // Browsers read it as a slash, others as part of a name.
        guard !scalars.contains("\\") else { throw AddressFault("it has a \\ in it; write / instead") }

        let scheme = scalars.prefix { $0 != ":" }
        let rest = scalars[scheme.endIndex...]
        guard let scheme = Origin.Scheme(rawValue: String(scheme).lowercased()), rest.starts(with: "://".unicodeScalars)
        else { throw AddressFault("it must begin with https:// or http://") }
        let afterScheme = rest.dropFirst(3)
        let authority = afterScheme.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !authority.contains("@") else {
            throw AddressFault("it names a user; leave out what stands before the @")
        }
        let (host, port) = try Self.hostAndPort(String(authority))
        origin = Origin(scheme: scheme, host: try HostName.canonical(host), port: port)
        tail = Self.percentEncoded(afterScheme[authority.endIndex...])
    }

    /// Takes the address that a site or a service lives below, a slash at its end or not.
    package init(base text: String) throws(AddressFault) {
        let address = try WebAddress(text)
        guard !address.tail.contains(where: { $0 == "?" || $0 == "#" }) else {
            throw AddressFault("it has a query; leave out what stands after the path")
        }
        origin = address.origin
        tail = try BasePath.canonical(address.tail, of: address.origin)
    }

    /// Splits `kino.example:8080` or `[::1]:8080`.
    private static func hostAndPort(_ authority: String) throws(AddressFault) -> (host: String, port: Int?) {
        let scalars = authority.unicodeScalars
        let hostEnd =
            scalars.first == "["
            ? scalars.firstIndex(of: "]").map(scalars.index(after:)) : scalars.firstIndex(of: ":")
        let host = scalars[..<(hostEnd ?? scalars.endIndex)]
        let colonAndPort = scalars[host.endIndex...]
        guard colonAndPort.first == nil || colonAndPort.first == ":" else {
            throw AddressFault("its host is no IPv6 address in brackets")
        }
        let digits = colonAndPort.dropFirst()
        guard !digits.contains(":") else { throw AddressFault("an IPv6 address must stand in brackets") }
        guard !digits.isEmpty else { return (String(host), nil) }
        guard digits.allSatisfy({ ("0"..."9").contains($0) }), let port = Int(String(digits)),
            (1...65_535).contains(port)
        else { throw AddressFault("its port is no number from 1 to 65535") }
        return (String(host), port)
    }

    /// RFC 3986 lets these stand in a path, a query or a fragment besides letters and digits, and before the fragment.
    private static func percentEncoded(_ scalars: Substring.UnicodeScalarView) -> String {
        PercentEncoding.encode(String(scalars), keepsCodes: true) {
            PercentEncoding.isUnreserved($0) || "!$&'()*+,;=:@/?#[]".utf8.contains($0)
        }
    }
}
