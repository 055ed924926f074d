import Foundation
import Text

/// The grammar of `Host`: `uri-host [ ":" port ]` (RFC 9110, 7.2; RFC 3986, 3.2.2), with a host, as every http URL has one.
enum HostField {
    static func isValid(_ text: some StringProtocol) -> Bool {
        var bytes = Array(text.utf8)[...]
        guard let first = bytes.first else { return false }
        let hasHost = first == UInt8(ascii: "[") ? takeLiteral(&bytes) : takeName(&bytes)
        return hasHost && isPort(bytes)
    }

    /// `:8081`, `:`, or nothing.
    private static func isPort(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let colon = bytes.first else { return true }
        let digits = bytes.dropFirst()
        guard colon == UInt8(ascii: ":"), digits.allSatisfy(isDigit) else { return false }
        return digits.isEmpty || Int(String(decoding: digits, as: UTF8.self)).map { $0 <= 65_535 } ?? false
    }

    /// A name or an IPv4 address.
    private static func takeName(_ bytes: inout ArraySlice<UInt8>) -> Bool {
        let start = bytes.startIndex
        while let byte = bytes.first, byte != UInt8(ascii: ":") {
            if byte == UInt8(ascii: "%") {
                guard bytes.count >= 3, bytes.dropFirst().prefix(2).allSatisfy(isHexDigit) else { return false }
                bytes.removeFirst(3)
            } else {
                guard isNameCharacter(byte) else { return false }
                bytes.removeFirst()
            }
        }
        return bytes.startIndex > start
    }

    /// An IPv6 address in brackets, or one of a version that is still to come (`[v7.…]`).
    private static func takeLiteral(_ bytes: inout ArraySlice<UInt8>) -> Bool {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "]")) else { return false }
        let literal = bytes[bytes.index(after: bytes.startIndex)..<end]
        bytes = bytes[bytes.index(after: end)...]
        guard let first = literal.first, first | 0x20 == UInt8(ascii: "v") else {
            var address = in6_addr()
            // A zero byte would end what is looked at.
            return !literal.contains(0) && inet_pton(AF_INET6, String(decoding: literal, as: UTF8.self), &address) == 1
        }
        let parts = literal.dropFirst().split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[0].allSatisfy(isHexDigit)
            && !parts[1].isEmpty && parts[1].allSatisfy { isNameCharacter($0) || $0 == UInt8(ascii: ":") }
    }

    /// `unreserved / sub-delims`
    private static func isNameCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "$"),
            UInt8(ascii: "&")...UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="):
            true
        default: isDigit(byte)
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isHexDigit(_ byte: UInt8) -> Bool { Hexadecimal.value(of: byte) != nil }
}
