/// The proxies that are believed when they say for whom they ask.
package struct TrustedProxies: Sendable {
    private let networks: [(base: IPAddress, length: Int)]

    package static let none = TrustedProxies(networks: [])

    private init(networks: [(base: IPAddress, length: Int)]) {
        self.networks = networks
    }

    /// - Parameter networks: each an address, or several in CIDR's notation: `10.0.0.0/8`, `2001:db8::/32`.
    /// - Returns: `nil` if one of them is neither.
    package init?(_ networks: [String]) {
        var read: [(base: IPAddress, length: Int)] = []
        for text in networks {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard (1...2).contains(parts.count), let address = IPAddress(parts[0]) else { return nil }
            let bits = address.isIPv4 ? 32 : 128
            guard let length = parts.count == 1 ? bits : Int(parts[1]), (0...bits).contains(length) else { return nil }
            let prefix = length + 128 - bits
            read.append((address.network(prefix), prefix))
        }
        self.init(networks: read)
    }

    func trust(_ address: IPAddress) -> Bool {
        networks.contains { address.network($0.length) == $0.base }
    }

    /// Who asks: the address nearest to us that is no proxy of ours. Whatever stands left of it, a client may have written.
    ///
    /// - Parameter forwardedFor: the values of `X-Forwarded-For`, to which each proxy adds whom it was asked by.
    func client(peer: IPAddress, forwardedFor: [String]) -> IPAddress {
        guard !networks.isEmpty, trust(peer) else { return peer }
        var client = peer
        let hops = forwardedFor.flatMap { $0.split(separator: ",") }
        for hop in hops.reversed() {
            guard let address = IPAddress(hop.trimming(while: { $0 == " " || $0 == "\t" })) else { break }
            client = address
            guard trust(address) else { break }
        }
        return client
    }
}

extension Substring {
    func trimming(while isTrimmed: (Character) -> Bool) -> Substring {
        var text = drop(while: isTrimmed)
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return text
    }
}
