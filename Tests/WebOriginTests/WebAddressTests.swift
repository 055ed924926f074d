import Testing
import WebOrigin

@Suite("Addresses on the web")
struct WebAddressTests {
    @Test(
        "are clean ASCII, whatever they were written in",
        arguments: [
            ("https://cinema.example", "https://cinema.example"),
            (
                "https://Königskino.example/Kasse/é?x=ü#ß",
                "https://xn--knigskino-07a.example/Kasse/%C3%A9?x=%C3%BC#%C3%9F"
            ),
            ("http://localhost:8080/checkout/#a1%2Fb", "http://localhost:8080/checkout/#a1%2Fb"),
            ("https://a.example/100%/%zz/%4", "https://a.example/100%25/%25zz/%254"),
            ("https://a.example/\"<>`{|}^", "https://a.example/%22%3C%3E%60%7B%7C%7D%5E"),
            ("https://a.example/\u{301}", "https://a.example/%CC%81"),
            ("https://a.example/@b:c/?d@e", "https://a.example/@b:c/?d@e"),
            ("https://a.example?q", "https://a.example?q"),
        ])
    func form(text: String, form: String) throws {
        #expect(try WebAddress(text).text == form)
        #expect(try WebAddress(form).text == form)
    }

    @Test("has nothing in it that ends a line or a header, whatever sign is put into it")
    func noLineBreaks() {
        let signs = (0..<0x250).compactMap(UnicodeScalar.init) + ["\u{2028}", "\u{2029}", "\u{3000}", "\u{FEFF}"]
        for sign in signs {
            for text in ["https://a.example/x\(sign)y", "https://a.example/?\(sign)", "https://a\(sign)b.example/"] {
                guard let address = try? WebAddress(text) else { continue }
                #expect(
                    address.text.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "U+\(String(sign.value, radix: 16))")
            }
        }
    }

    @Test("a base has no slash at its end, and no query")
    func base() throws {
        #expect(try WebAddress(base: "https://a.example/kino//").text == "https://a.example/kino")
        #expect(try WebAddress(base: "https://a.example/").text == "https://a.example")
        #expect(throws: AddressFault.self) { try WebAddress(base: "https://a.example/?x") }
        #expect(throws: AddressFault.self) { try WebAddress(base: "https://a.example/#x") }
    }
}
