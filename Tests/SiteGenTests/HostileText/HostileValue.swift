import Testing

/// A text that means something to some program that reads a file of the site.
struct HostileValue: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String

    var testDescription: String { name }

    /// Swift has no literals for these.
    private static let noncharacters = String(
        String.UnicodeScalarView([0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE].compactMap { Unicode.Scalar(UInt32($0)) }))

    init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }

    static let all = [
        HostileValue("an element with a script", #"</script><img src=x onerror=alert(1)>"#),
        HostileValue("the end of a title", "</title></textarea></style><b>bold</b>"),
        HostileValue("quotes of each kind", #"" onclick="alert(1)" ' onclick='x' ` „“ ‘’ «» ″"#),
        HostileValue("tags of a template", "{{title}}{{{site.name}}}{{#movies}}{{> layout}}{{/movies}}{{! }}"),
        HostileValue("the end of character data", "]]><![CDATA[<x>&y;]]>"),
        HostileValue("the end of a comment", "--><script>alert(1)</script><!--"),
        HostileValue("half an entity", "AT&T &amp; &lt;b&gt; &#60; &nosuch; & &"),
        HostileValue("right to left", "\u{202E}evil\u{2066}isolated\u{2067}"),
        HostileValue("no width", "zero\u{200B}wi\u{200D}dth\u{FEFF}\u{2060}"),
        HostileValue("5,000 signs without a space", String(repeating: "x", count: 5_000)),
        HostileValue("5,000 wide signs without a space", String(repeating: "映", count: 5_000)),
        HostileValue("emoji of many parts", "👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿👨🏿‍🚀"),
        HostileValue("marks on nothing", "\u{301}\u{0489}a" + String(repeating: "\u{30D}", count: 40)),
        HostileValue("lines", "one\ntwo\r\nthree\rfour\u{2028}five\u{85}six\tseven"),
        HostileValue("an event of a calendar", "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:y\r\n"),
        HostileValue("signs of a calendar", #"a\nb\,c;d:e,f;VALUE=URI:x""#),
        HostileValue("a header", "x\r\nSet-Cookie: a=b\r\n\r\n/*\n  X-Evil: 1\n"),
        HostileValue("a script's address", "javascript:alert(1)"),
        HostileValue("a formula", #"=HYPERLINK("https://evil.example")"#),
        HostileValue("a way out of the folder", "../../x/%2e%2e/..\\..\\y"),
        HostileValue("a device", "CON"),
        HostileValue("a hidden file", ".htaccess"),
        HostileValue("control characters", "a\u{1}b\u{8}c\u{B}d\u{C}e\u{1B}[31mf\u{7F}g\u{9B}h"),
        HostileValue("signs that are none", "a" + noncharacters + "b"),
    ]

    /// SQLite's shell and many of its functions take a text to end there.
    static let endOfText = HostileValue("the end of a text in C", "a\u{0}b")

    /// What an editor may write where an address belongs.
    static let addresses = [
        HostileValue("a script", " JavaScript:alert(1)//"),
        HostileValue("data", "data:text/html,<script>alert(1)</script>"),
        HostileValue("another host", "//evil.example/"),
        HostileValue("an attribute", #"https://x.example/" onclick="alert(1)"#),
        HostileValue("a script after a line", "https://x.example/\njavascript:alert(1)"),
        HostileValue("a script with a tab", "java\tscript:alert(1)"),
        HostileValue("spaces", "https://x.example/a b"),
        HostileValue("no host", "https:///"),
    ]
}
