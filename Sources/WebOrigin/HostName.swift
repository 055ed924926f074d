import Foundation

/// Hosts as browsers write them into an origin (the host parser of the URL standard, https://url.spec.whatwg.org).
enum HostName {
    private static let longestLabel = 63
    private static let longestName = 253

    /// - Parameter text: a name in any letters, an IPv4 address, or an IPv6 address in brackets.
    static func canonical(_ text: String) throws(AddressFault) -> String {
        guard !text.isEmpty else { throw AddressFault("it has no host") }
        if text.utf8.first == UInt8(ascii: "[") { return try IPv6Literal.canonical(text) }
        let name = try ascii(text)
        guard name.utf8.allSatisfy(isAllowed) else {
            throw AddressFault("a host has letters, digits, hyphens and dots only")
        }
        // A dot at the end is the root of all names: browsers keep it, and take it for another host.
        let labels = (name.hasSuffix(".") ? name.dropLast() : name[...])
            .split(separator: ".", omittingEmptySubsequences: false)
        guard labels.allSatisfy({ (1...longestLabel).contains($0.utf8.count) }), name.utf8.count <= longestName else {
            throw AddressFault("between the dots of a host stand 1 to 63 letters, 253 in all")
        }
        if let last = labels.last, isNumber(last) { return try ipv4(labels.joined(separator: ".")) }
        for label in labels where label.hasPrefix("xn--") { try requireName(label) }
        return name
    }

    /// Foundation maps a name as UTS 46 has it, without its transitional rules, as browsers do; a name in ASCII it leaves
    /// as it is.
    private static func ascii(_ text: String) throws(AddressFault) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text.lowercased() }
        guard text.utf8.count <= 4 * longestName, !text.utf8.contains(UInt8(ascii: "%")),
            let name = URLComponents(string: "https://\(text)/")?.encodedHost, !name.isEmpty
        else { throw AddressFault("no browser takes its host for a name") }
        return name.lowercased()
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func isNumber(_ label: Substring) -> Bool {
        let digits = label.hasPrefix("0x") ? label.dropFirst(2) : nil
        return label.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            || digits?.allSatisfy(\.isHexDigit) == true
    }

    /// A name that ends in a number is an IPv4 address, in one of the many forms that browsers still read.
    private static func ipv4(_ text: String) throws(AddressFault) -> String {
        var address = in_addr()
        guard inet_aton(text, &address) == 1 else {
            throw AddressFault("a host that ends in a number must be an IPv4 address such as 192.0.2.1")
        }
        let bits = UInt32(bigEndian: address.s_addr)
        return [24, 16, 8, 0].map { String(bits >> $0 & 0xFF) }.joined(separator: ".")
    }

    /// Browsers refuse what is no name's Punycode, or that of a name which is written otherwise.
    private static func requireName(_ label: Substring) throws(AddressFault) {
        guard let name = Punycode.decoded(label.dropFirst("xn--".count)), let again = try? ascii(name), again == label
        else { throw AddressFault("'\(label)' is no Punycode of a name") }
    }
}
