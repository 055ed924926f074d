import Templating
import Testing

private struct Note: TemplateModel {
    let text: String

    static let fields = Fields<Note>(.text("text", \.text), .text("copy") { $0.text })
}

@Suite("Text in a page")
struct TextTests {
    private func render(_ text: String, _ template: String = "{{text}}") throws -> String {
        let library = try TemplateLibrary(texts: ["page": template])
        return String(decoding: try library.template("page", Note.self).render(Note(text: text)), as: UTF8.self)
    }

    private static let entities: [Character: String] = [
        "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;",
    ]

    @Test("is escaped wherever the sign stands, in text of every length", arguments: entities.keys.sorted())
    func escaping(sign: Character) throws {
        for length in 1...40 {
            for place in 0..<length {
                var text = Array(repeating: Character("x"), count: length)
                text[place] = sign
                let expected = text.map { Self.entities[$0] ?? String($0) }.joined()
                #expect(try render(String(text)) == expected)
            }
        }
    }

    @Test("has something visible in place of a control character, which no page may have", arguments: 0..<0x20)
    func controlCharacters(code: Int) throws {
        let scalar = try #require(Unicode.Scalar(code))
        let isWhiteSpace = ["\t", "\n", "\u{C}", "\r"].contains(scalar)
        for length in [1, 7, 8, 9, 31] {
            for place in 0..<length {
                var text = String.UnicodeScalarView(repeating: "x", count: length)
                let index = text.index(text.startIndex, offsetBy: place)
                text.replaceSubrange(index...index, with: [scalar])
                let shown = text.map { $0 == scalar && !isWhiteSpace ? "\u{FFFD}" : String($0) }.joined()
                #expect(try render(String(text)).unicodeScalars.elementsEqual(shown.unicodeScalars))
            }
        }
    }

    @Test("is left as it is but for five signs and control characters")
    func otherSigns() throws {
        for scalar in (0x20...0x7F).compactMap({ Unicode.Scalar($0) }) where Self.entities[Character(scalar)] == nil {
            let text = String(repeating: String(scalar), count: 9)
            #expect(try render(text) == text)
        }
        for text in ["", "é", "日本語のとても長い題名です", "🎬🎬🎬", String(repeating: "ä", count: 15), "\u{FF}\u{A6}¦¢¼¾§"] {
            #expect(
                try render(text, "{{text}}|{{{text}}}|{{&text}}|{{copy}}|{{{copy}}}")
                    == "\(text)|\(text)|\(text)|\(text)|\(text)")
        }
    }

    @Test("may be longer than any page before it")
    func longText() throws {
        let text = String(repeating: "A long <story> & more. ", count: 20_000)
        let escaped = String(repeating: "A long &lt;story&gt; &amp; more. ", count: 20_000)
        #expect(try render(text, "{{text}}{{{text}}}.") == escaped + text + ".")
    }

    @Test("is added to what a buffer holds")
    func buffer() throws {
        let template = try TemplateLibrary(texts: ["page": "<{{text}}>"]).template("page", Note.self)
        var bytes = Array("before ".utf8)
        template.render(Note(text: "a"), into: &bytes)
        template.render(Note(text: "b"), into: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "before <a><b>")
    }

    @Test("comes from the page before it comes from what frames the page")
    func frames() throws {
        struct Frame: TemplateModel {
            let text: String
            let name: String

            static let fields = Fields<Frame>(.text("text", \.text), .text("name", \.name))
        }
        let template = try TemplateLibrary(texts: ["page": "{{text}} {{name}}"]).template("page", Frame.self, Note.self)
        #expect(template.render(Frame(text: "outer", name: "frame"), Note(text: "inner")) == Array("inner frame".utf8))
    }
}
