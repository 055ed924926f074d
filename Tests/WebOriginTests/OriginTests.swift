import Testing
import WebOrigin

@Suite("Origins of the web")
struct OriginTests {
    @Test(
        "have one form, the one that browsers send",
        arguments: [
            ("https://cinema.example", "https://cinema.example"),
            ("HTTPS://Cinema.Example", "https://cinema.example"),
            ("https://cinema.example:443", "https://cinema.example"),
            ("http://cinema.example:80", "http://cinema.example"),
            ("http://cinema.example:0080", "http://cinema.example"),
            ("http://cinema.example:443", "http://cinema.example:443"),
            ("https://cinema.example:", "https://cinema.example"),
            ("http://localhost:8080", "http://localhost:8080"),
            ("https://a_b.cinema.example", "https://a_b.cinema.example"),
            // Another host to a browser: no search domain is tried for it.
            ("https://cinema.example.", "https://cinema.example."),
            ("https://königskino.example", "https://xn--knigskino-07a.example"),
            ("https://ko\u{308}nigskino.example", "https://xn--knigskino-07a.example"),
            ("https://KÖNIGSKINO.Example", "https://xn--knigskino-07a.example"),
            ("https://xn--knigskino-07a.example", "https://xn--knigskino-07a.example"),
            ("https://XN--KNIGSKINO-07A.example:443", "https://xn--knigskino-07a.example"),
            // Both letters have been their own since 2010: https://www.unicode.org/reports/tr46/#Transition_Considerations
            ("https://faß.example", "https://xn--fa-hia.example"),
            ("https://βόλος.example", "https://xn--nxasmm1c.example"),
            ("https://ＫＩＮＯ．example", "https://kino.example"),
            ("https://kino。example", "https://kino.example"),
            ("https://公司.example", "https://xn--55qx5d.example"),
            ("https://مثال.إختبار", "https://xn--mgbh0fb.xn--kgbechtv"),
            ("https://😀.example", "https://xn--e28h.example"),
            ("https://ki\u{AD}no.example", "https://kino.example"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("http://127.1", "http://127.0.0.1"),
            ("http://0x7f.0.0.1", "http://127.0.0.1"),
            ("http://127.0.0.1.", "http://127.0.0.1"),
            ("http://[::1]:80", "http://[::1]"),
            ("http://[2001:DB8:0:0:1:0:0:1]:8080", "http://[2001:db8::1:0:0:1]:8080"),
            ("http://[1:0:0:2:0:0:0:3]", "http://[1:0:0:2::3]"),
            ("http://[1:0:2:3:4:5:6:7]", "http://[1:0:2:3:4:5:6:7]"),
            ("http://[::ffff:192.0.2.1]", "http://[::ffff:c000:201]"),
        ])
    func form(text: String, form: String) throws {
        #expect(try Origin(text).text == form)
        #expect(try Origin(form).text == form, "the form is its own form")
    }

    @Test("is the same for two spellings of one site, and another for another port, scheme or letter")
    func equality() throws {
        #expect(try Origin("https://königskino.example:443") == Origin("https://xn--knigskino-07a.example"))
        #expect(try Origin("https://cinema.example") != Origin("http://cinema.example"))
        #expect(try Origin("https://cinema.example") != Origin("https://cinema.example:8443"))
        #expect(try Origin("https://fass.example") != Origin("https://faß.example"))
        #expect(try Origin("https://cinemа.example") != Origin("https://cinema.example"), "a Cyrillic letter")
    }

    @Test(
        "are refused where no browser could ever send them",
        arguments: [
            ("", "https://"), ("cinema.example", "https://"), ("null", "https://"), ("*", "name each"),
            ("ftp://cinema.example", "https://"), ("https:cinema.example", "https://"),
            ("https:/cinema.example", "https://"), ("//cinema.example", "https://"),
            ("ｈttps://cinema.example", "https://"), ("https:///cinema.example", "no host"), ("https://", "no host"),
            ("https://:443", "no host"), ("https://cinema.example/", "write https://cinema.example"),
            ("https://Kö.example/kasse?x#y", "write https://xn--k-1ga.example"),
            ("https://cinema.example?", "write https://cinema.example"),
            ("https://ada@cinema.example", "names a user"), ("https://:@cinema.example", "names a user"),
            ("https://cinema.example\\", "write /"), (" https://cinema.example", "blank"),
            ("https://cinema.example\n", "blank"), ("https://cinema\u{A0}.example", "blank"),
            ("https://cinema\u{0}.example", "control"), ("https://cinema\u{85}.example", "control"),
            ("https://cinema..example", "between the dots"), ("https://.example", "between the dots"),
            ("https://.", "between the dots"),
            ("https://\(String(repeating: "a", count: 64)).example", "between the dots"),
            ("https://\(String(repeating: "abcdefghi.", count: 26))example", "253"),
            ("https://cinema.example:x", "port"), ("https://cinema.example:0", "port"),
            ("https://cinema.example:65536", "port"), ("https://cinema.example:٨٠", "port"),
            ("https://cinema.example:80:80", "brackets"), ("http://::1", "brackets"), ("http://[::1", "brackets"),
            ("http://[::1]x", "brackets"), ("http://[fe80::1%25eth0]", "brackets"), ("http://[1.2.3.4]", "brackets"),
            ("http://256.1.1.1", "IPv4"), ("http://1.2.3.4.5", "IPv4"), ("https://cinema.123", "IPv4"),
            ("https://cinema%2eexample", "letters"), ("https://*.cinema.example", "letters"),
            ("https://cinema,example", "letters"), ("https://cinema;.example", "letters"),
            ("https://xn--a.example", "Punycode"), ("https://xn--.example", "Punycode"),
            ("https://xn--cinema-.example", "Punycode"), ("https://xn--999999999.example", "Punycode"),
            // U+2100 is one sign that stands for "a/c": the host would end before the c.
            ("https://cinem℀.example", "host"), ("https://cinema\u{FF0F}.example", "host"),
            ("https://a\u{FF1A}80", "host"), ("https://a\u{202E}b.example", "host"), ("https://٣a.example", "host"),
        ])
    func refused(text: String, reason: String) throws {
        let fault = #expect(throws: AddressFault.self) { try Origin(text) }
        #expect(fault?.description.contains(reason) == true, "\(text): \(fault?.description ?? "")")
    }

    @Test("have the scheme of WebSockets beside their own")
    func sockets() throws {
        #expect(try Origin("https://kö.example").socketText == "wss://xn--k-1ga.example")
        #expect(try Origin("http://localhost:8081").socketText == "ws://localhost:8081")
    }
}
