import Testing
import Text

@Suite("The scanner of JSON")
struct JSONScannerTests {
    private func fault(_ text: String, deepest: Int = 256) -> JSONFault? {
        let bytes = Array(text.utf8)
        var scanner = JSONScanner(deepest: deepest)
        do {
            try scanner.scan(bytes, 0..<bytes.count)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "takes what RFC 8259 takes",
        arguments: [
            "{}", "[]", "null", "-0.5e+10", " [1 , 2]\r\n", #"{"a":{"a":1},"b":[{"a":1},{"a":2}]}"#,
            #""😀\ud83d\ude00\u0000""#,
            #"{"":1," ":2}"#, #"["\"\\\/\b\f\n\r\t"]"#, "\"\u{7F}\u{85}\u{2028}\"", #"{"é":1,"e\u0301":2}"#,
        ])
    func good(text: String) {
        #expect(fault(text) == nil)
    }

    @Test(
        "refuses what only some readers take, and says where",
        arguments: [
            ("", 0), (" ", 1), ("{\"a\":1,}", 7), ("[1,]", 3), ("[,1]", 1), ("[1 2]", 3), ("{\"a\" 1}", 5),
            ("{a:1}", 1),
            ("{'a':1}", 1), ("[1] x", 4), ("[1][2]", 3), ("{} {}", 3), ("// x\n1", 0), ("[1/**/]", 2), ("NaN", 0),
            ("Infinity", 0), ("-Infinity", 0), ("True", 0), ("nul", 0), ("undefined", 0), ("01", 0), ("+1", 0),
            (".5", 0),
            ("1.", 2), ("1e", 2), ("0x10", 1), ("1_000", 1), ("-", 0), ("\u{FEFF}{}", 0), ("\u{A0}1", 0), ("\u{B}1", 0),
            ("\u{C}1", 0), ("[\"a", 1), ("\"a\nb\"", 2), ("\"\t\"", 1), ("\"\u{0}\"", 1), (#""\x41""#, 1),
            (#""\u12""#, 1),
            (#""\u+123""#, 1), (#""\ud800""#, 1), (#""\udc00""#, 1), (#""\ud800\ud800""#, 1), (#""\ud800x""#, 1),
            (#""\ud800\n""#, 1), ("{\"a\":1", 6), ("[[1]", 4), ("{\"a\":1,\"a\":1}", 7), (#"{"a":1,"\u0061":2}"#, 7),
            (#"{"😀":1,"\ud83d\ude00":2}"#, 10), (#"{"a/b":1,"a\/b":2}"#, 9), (#"{"x":{"y":1,"y":2}}"#, 12),
        ])
    func bad(text: String, offset: Int) {
        #expect(fault(text)?.offset == offset, "\(text.debugDescription): \(fault(text).debugDescription)")
    }

    @Test("goes as deep as it is told, and no deeper")
    func depth() {
        let text = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
        #expect(fault(text, deepest: 32) == nil)
        #expect(fault(text, deepest: 31)?.message == "the JSON is nested too deeply")
        #expect(fault(String(repeating: "[", count: 100_000)) != nil)
        #expect(fault(String(repeating: #"{"a":"#, count: 100_000)) != nil)
    }

    @Test("lists the pieces in their order, with what is inside of them")
    func tokens() throws {
        let bytes = Array(#"{"a":[1,"x"],"b":null}"#.utf8)
        var scanner = JSONScanner()
        try scanner.scan(bytes, 0..<bytes.count)
        #expect(scanner.tokens.map(\.kind) == [.object, .name, .array, .number, .string, .name, .word])
        #expect(scanner.tokens.map(\.next) == [7, 2, 5, 4, 5, 6, 7])
    }
}
