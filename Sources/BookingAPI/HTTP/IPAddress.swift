import Foundation
import NIOCore

/// An address of a network's end, IPv6 or IPv4 (as `::ffff:a.b.c.d`).
struct IPAddress: Hashable, Sendable {
    static let none = IPAddress(high: 0, low: 0)
    private static let mapped: UInt64 = 0xFFFF << 32

    let high: UInt64
    let low: UInt64

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
            self.init(high: 0, low: Self.mapped | UInt64(UInt32(bigEndian: v4.s_addr)))
            return
        }
        var v6 = in6_addr()
        guard inet_pton(AF_INET6, text, &v6) == 1 else { return nil }
        let (high, low) = withUnsafeBytes(of: &v6) { bytes in
            (bytes.loadUnaligned(as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
        self.init(high: UInt64(bigEndian: high), low: UInt64(bigEndian: low))
    }

    /// ``none`` where a connection has no address, such as one within the machine.
    init(of socket: SocketAddress?) {
        self = socket?.ipAddress.flatMap { Self($0) } ?? .none
    }

    var isIPv4: Bool { high == 0 && low >> 32 == 0xFFFF }

    /// The client that is counted: whoever has an IPv6 address has, as a rule, the 2⁶⁴ beside it as well.
    var counted: IPAddress { isIPv4 ? self : network(64) }

    /// - Parameter length: of the prefix that stays, in bits of 128.
    func network(_ length: Int) -> IPAddress {
        func mask(_ bits: Int) -> UInt64 { bits <= 0 ? 0 : bits >= 64 ? .max : ~(.max >> UInt64(bits)) }
        return IPAddress(high: high & mask(length), low: low & mask(length - 64))
    }
}
