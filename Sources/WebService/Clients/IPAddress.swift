import Foundation
package import NIOCore

/// An address of a network's end, IPv6 or IPv4 (as `::ffff:a.b.c.d`).
package struct IPAddress: Hashable, Sendable {
    package static let none = IPAddress(high: 0, low: 0)
    private static let mapped: UInt64 = 0xFFFF << 32

    package let high: UInt64
    package let low: UInt64

    private init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// - Parameter text: an address alone, or, as proxies write it, with a port: `192.0.2.1:80`, `[2001:db8::1]:80`.
    init?(_ text: some StringProtocol) {
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            self.init(plain: text[text.index(after: text.startIndex)..<end])
        } else if text.count(where: { $0 == ":" }) == 1 {
            self.init(plain: text.prefix { $0 != ":" })
        } else {
            self.init(plain: text)
        }
    }

    private init?(plain text: some StringProtocol) {
        let text = String(text)
        var v4 = in_addr()
        if inet_pton(AF_INET, text, &v4) == 1 {
            self.init(v4: v4)
            return
        }
        var v6 = in6_addr()
        guard inet_pton(AF_INET6, text, &v6) == 1 else { return nil }
        self.init(v6: v6)
    }

    private init(v4: in_addr) {
        self.init(high: 0, low: Self.mapped | UInt64(UInt32(bigEndian: v4.s_addr)))
    }

    private init(v6: in6_addr) {
        var v6 = v6
        let (high, low) = withUnsafeBytes(of: &v6) { bytes in
            (bytes.loadUnaligned(as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
        self.init(high: UInt64(bigEndian: high), low: UInt64(bigEndian: low))
    }

    /// ``none`` where a connection has no address, such as one within the machine.
    package init(of socket: SocketAddress?) {
        switch socket {
        case .v4(let socket): self.init(v4: socket.address.sin_addr)
        case .v6(let socket): self.init(v6: socket.address.sin6_addr)
        case .unixDomainSocket, nil: self = .none
        }
    }

    var isIPv4: Bool { high == 0 && low >> 32 == 0xFFFF }

    /// Of this machine or of a network within a house (RFC 1918, 4193, 6598; loopback and link-local): never a client's
    /// on the internet.
    var isPrivate: Bool { Self.privateNetworks.contains { network($0.length) == $0.base } }

    private static let privateNetworks: [(base: IPAddress, length: Int)] = [
        ("127.0.0.0", 104), ("10.0.0.0", 104), ("172.16.0.0", 108), ("192.168.0.0", 112), ("169.254.0.0", 112),
        ("100.64.0.0", 106), ("::1", 128), ("fc00::", 7), ("fe80::", 10),
    ].compactMap { text, length in IPAddress(text).map { ($0, length) } }

    /// The client that is counted: whoever has an IPv6 address has, as a rule, the 2⁶⁴ beside it as well.
    package var counted: IPAddress { isIPv4 ? self : network(64) }

    /// - Parameter length: of the prefix that stays, in bits of 128.
    func network(_ length: Int) -> IPAddress {
        func mask(_ bits: Int) -> UInt64 { bits <= 0 ? 0 : bits >= 64 ? .max : ~(.max >> UInt64(bits)) }
        return IPAddress(high: high & mask(length), low: low & mask(length - 64))
    }
}

extension IPAddress: CustomStringConvertible {
    package var description: String {
        var bytes = (high.bigEndian, low.bigEndian)
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        withUnsafeBytes(of: &bytes) { bytes in
            let (family, start) = isIPv4 ? (AF_INET, 12) : (AF_INET6, 0)
            _ = inet_ntop(family, bytes.baseAddress?.advanced(by: start), &text, socklen_t(text.count))
        }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
