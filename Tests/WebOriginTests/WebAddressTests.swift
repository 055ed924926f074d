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

    @Test(
        "a base is written in one way, whatever signs of it came encoded",
        arguments: [
            ("/ä", "/%C3%A4"), ("/%c3%a4/", "/%C3%A4"), ("/A b", "/A%20b"), ("/%41%2db", "/A-b"), ("/a;b", "/a;b"),
            ("/%7euser/%28x%29", "/~user/(x)"), ("/a[b]", "/a%5Bb%5D"), ("/100%", "/100%25"), ("/a...", "/a..."),
        ])
    func spelling(path: String, form: String) throws {
        let text = path.replacing(" ", with: "%20")
        #expect(try WebAddress(base: "https://a.example\(text)").text == "https://a.example\(form)")
        #expect(try WebAddress(base: "https://a.example\(form)").text == "https://a.example\(form)")
    }

    @Test(
        "a base that browsers, hosts or files would take for another is refused",
        arguments: [
            ("//a", "it has two slashes in a row; write https://a.example/a"),
            ("/a//b/", "it has two slashes in a row; write https://a.example/a/b"),
            ("/a/../b", "it has '..' in its path; write the path that it leads to"),
            ("/./b", "it has '.' in its path; write the path that it leads to"),
            ("/%2e%2E/y", "it has '%2e%2E' in its path; write the path that it leads to"),
            ("/a/.%2e", "it has '.%2e' in its path; write the path that it leads to"),
            ("/.a", "'.a' in its path begins with a dot, and hosts hide such folders"),
            ("/%2Ea", "'%2Ea' in its path begins with a dot, and hosts hide such folders"),
            ("/%FF", "'%FF' in its path stands for no text in UTF-8"),
            ("/a%2Fb", "it has a '/' in its path, which some hosts take for something else; leave it out"),
            ("/a%5cb", "it has a '\\' in its path, which some hosts take for something else; leave it out"),
            (
                "/a%0Ab",
                "it has a control character in its path, which some hosts take for something else; leave it out"
            ),
            ("/a%3Fb", "it has a '?' in its path, which some hosts take for something else; leave it out"),
            ("/a*", "it has a '*' in its path, which some hosts take for something else; leave it out"),
            ("/:a", "it has a ':' in its path, which some hosts take for something else; leave it out"),
            ("/$a", "it has a '$' in its path, which some hosts take for something else; leave it out"),
        ])
    func refusedBase(path: String, fault: String) throws {
        let error = try #require(throws: AddressFault.self) { try WebAddress(base: "https://a.example\(path)") }
        #expect(error.description == fault)
    }
}
