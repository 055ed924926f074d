import Testing
import Text

@Suite("Text means itself")
struct EscapingTests {
    @Test("in HTML, inside an element and in quotes of either kind")
    func html() {
        #expect(
            HTMLEscaping.escape("<a href=\"?x&y\">'é'</a>")
                == "&lt;a href=&quot;?x&amp;y&quot;&gt;&#39;é&#39;&lt;/a&gt;")
        #expect(HTMLEscaping.escape("a\u{0}b\u{1B}c\td\n") == "a\u{FFFD}b\u{FFFD}c\td\n")
    }

    @Test("in XML, where what has no sign is left out")
    func xml() {
        #expect(XMLEscaping.escape("Tom & \"Jerry\"\n<3") == "Tom &amp; &quot;Jerry&quot; &lt;3")
        #expect(XMLEscaping.escape("a\u{0}b\u{FFFE}c\u{FFFD}d豈") == "abc\u{FFFD}d豈")
        #expect(XMLEscaping.escape("\"a\"\t&", isQuoted: false) == "\"a\"\t&amp;")
    }

    @Test("in JSON, also inside a script element and on one line")
    func json() {
        var json = JSONWriter()
        json.string("\"\\\n\r\u{7F}</script>\u{2028}–\u{2029}é")
        #expect(json.text == #""\"\\\n\u000d\u007f\u003c/script>\u2028–\u2029é""#)
    }

    @Test("as a member of JSON, whatever its name is")
    func members() {
        var json = JSONWriter()
        json.object { json in
            json.member(named: "a\"b", "c")
            json.member(named: "d") { json in json.array { $0.number(1) } }
            json.member("e", nil as String?)
            json.member("f", [1, 2]) { json, number in json.number(number) }
        }
        #expect(json.text == #"{"a\"b":"c","d":[1],"e":null,"f":[1,2]}"#)
    }
}
