import Crypto
import Foundation
import Testing

@testable import Tickets

@Suite("Public keys that vouch for anything")
struct PublicKeyTests {
    private static func key(_ bytes: [UInt8]) -> TicketPublicKey? {
        TicketPublicKey(base64: Data(bytes).base64EncodedString())
    }

    private static func bytes(_ hexadecimal: String) -> [UInt8] {
        stride(from: 0, to: hexadecimal.count, by: 2).compactMap { offset in
            let start = hexadecimal.index(hexadecimal.startIndex, offsetBy: offset)
            return UInt8(hexadecimal[start..<hexadecimal.index(start, offsetBy: 2)], radix: 16)
        }
    }

    /// Points whose order divides 8, in all their encodings ("Taming the many EdDSAs", table 6c; libsodium's blocklist).
    private static let smallOrder = [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    ]

    @Test("are no keys: all points of small order", arguments: smallOrder)
    func isNoKey(_ point: String) {
        #expect(Self.bytes(point).count == 32)
        #expect(Self.key(Self.bytes(point)) == nil)
    }

    @Test("are no keys: all encodings of a coordinate that is not below the prime")
    func nonCanonical() {
        for low in UInt8(0xED)...0xFF {
            for high: UInt8 in [0x7F, 0xFF] {
                #expect(Self.key([low] + Array(repeating: 0xFF, count: 30) + [high]) == nil)
            }
        }
    }

    @Test("are other than those of cinemas")
    func real() throws {
        for _ in 1...200 {
            let key = TicketKey().publicKey
            #expect(TicketPublicKey(base64: key.base64)?.id == key.id)
        }
        // The largest coordinate that is one, and its neighbour.
        #expect(Self.key([0xEB] + Array(repeating: 0xFF, count: 30) + [0x7F]) != nil)
        #expect(Self.key([0xFF, 0xFE] + Array(repeating: 0xFF, count: 29) + [0x7F]) != nil)
    }

    @Test(
        "what a ticket says does nothing to a terminal",
        arguments: [
            ("C5", "C5"), ("Åé–ß", "Åé–ß"), ("a\nb", "a\\u{A}b"), ("\u{1B}[2J", "\\u{1B}[2J"), ("a\rb", "a\\u{D}b"),
            ("a\r\nb", "a\\u{D}\\u{A}b"), ("x\u{202E}y", "x\\u{202E}y"), ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"),
            ("a\u{2028}b", "a\\u{2028}b"), ("a\u{85}\u{9B}b", "a\\u{85}\\u{9B}b"), ("a\u{200B}b", "a\\u{200B}b"),
            ("a\\u{1B}", "a\\u{5C}u{1B}"), ("\u{0}", "\\u{0}"), ("\u{7F}", "\\u{7F}"), ("座席", "座席"),
        ])
    func visible(text: String, shown: String) {
        #expect(Array(text.visible.unicodeScalars) == Array(shown.unicodeScalars))
    }
}
