import Testing
import Text

@Suite("Bytes as text")
struct CodeTests {
    @Test("hexadecimal has two small digits for each, and is read in capitals too")
    func hexadecimal() {
        #expect(Hexadecimal.encode([0x00, 0x0F, 0xA5, 0xFF]) == "000fa5ff")
        #expect("09afAF".utf8.map(Hexadecimal.value) == [0, 9, 10, 15, 10, 15])
        #expect("/:@G`g ".utf8.allSatisfy { Hexadecimal.value(of: $0) == nil })
    }

    @Test("a sign that cannot be shown is named as Unicode does")
    func codePoint() {
        let signs: [Unicode.Scalar] = ["\u{9}", "\u{200D}", "\u{10FFFF}"]
        #expect(signs.map(\.codePoint) == ["U+0009", "U+200D", "U+10FFFF"])
    }

    @Test(
        "Base32 is that of RFC 4648 without its padding",
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ])
    func base32(text: String, code: String) {
        #expect(Base32.encode(text.utf8) == code)
        #expect(Base32.decode(code) == Array(text.utf8))
        #expect(Base32.encode(text.utf8, in: .small) == code.lowercased())
        #expect(Base32.decode(code.lowercased(), in: .small) == Array(text.utf8))
    }

    @Test("Base32 is read in one spelling only", arguments: ["my", "MZ", "M", "MY=", "M0", "M1", "M8", "MZXW6Y", "É"])
    func otherBase32(code: String) {
        #expect(Base32.decode(code) == nil)
    }

    @Test("an address is percent-encoded byte by byte, with capital digits")
    func percentEncoding() {
        let text = "Amélie & Co/100%.txt"
        let encoded = PercentEncoding.encode(text, where: PercentEncoding.isUnreserved)
        #expect(encoded == "Am%C3%A9lie%20%26%20Co%2F100%25.txt")
        #expect(PercentEncoding.decode(Array(encoded.utf8)[...]) == Array(text.utf8))
    }

    @Test("codes stay as they are where the text may have some, and a sign without digits means itself")
    func codes() {
        let keep = PercentEncoding.isUnreserved
        #expect(PercentEncoding.encode("%4a %zz %4", keepsCodes: true, where: keep) == "%4a%20%25zz%20%254")
        #expect(PercentEncoding.decode(Array("%4a%zz%4%".utf8)[...]) == Array("J%zz%4%".utf8))
    }

    @Test("a stable hash is FNV-1a")
    func stableHash() {
        #expect(StableHash.of("".utf8) == 0xCBF2_9CE4_8422_2325)
        #expect(StableHash.of("foobar".utf8) == 0x8594_4171_F739_67E8)
        #expect(ShortStableHash.of("foobar") == 0xBF9C_F968)
    }
}
