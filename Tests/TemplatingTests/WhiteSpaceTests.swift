import Templating
import Testing

private struct Film: TemplateModel {
    let title = "Up"
    let synopsis = "one\ntwo"
    let isNew = false

    static let fields = Fields<Film>(.text("title", \.title), .text("synopsis", \.synopsis), .flag("isNew", \.isNew))
}

@Suite("White space of a template")
struct WhiteSpaceTests {
    private func render(_ template: String, _ others: [String: String] = [:]) throws -> String {
        let library = try TemplateLibrary(texts: others.merging(["page": template]) { _, page in page })
        return String(decoding: try library.template("page", Film.self).render(Film()), as: UTF8.self)
    }

    @Test("keeps its own line ends")
    func lineEnds() throws {
        #expect(try render("a\r\n{{title}}\r\n{{! gone }}\r\nb\n") == "a\r\nUp\r\nb\n")
        #expect(try render("a\r\n  {{> part}}\r\nb", ["part": "x\r\ny\r\n"]) == "a\r\n  x\r\n  y\r\nb")
    }

    @Test("before a partial is put before each of its own lines, and no other")
    func partials() throws {
        #expect(try render("  {{> part}}\n", ["part": "{{#isNew}}new{{/isNew}}\n{{title}}\n\n"]) == "  \n  Up\n  \n")
        #expect(try render("  {{> part}}\n", ["part": "{{synopsis}}\n"]) == "  one\ntwo\n")
        #expect(
            try render("  {{> a}}", ["a": "<b>{{> b}}</b>\n {{> b}}\n", "b": "x\ny\n"])
                == "  <b>x\ny\n</b>\n   x\n   y\n")
    }

    @Test("around a parent goes with its line, if that is all there is")
    func parents() throws {
        let others = ["list": "<ul>\n  {{$items}}{{/items}}\n</ul>\n"]
        #expect(
            try render("a\n  {{<list}}{{$items}}<li>{{/items}}{{/list}}\nb\n", others)
                == "a\n  <ul>\n    <li>\n  </ul>\nb\n")
        #expect(
            try render("a\n  {{<list}}\n  {{$items}}\n  <li>\n    x\n  {{/items}}\n  {{/list}}\nb\n", others)
                == "a\n  <ul>\n    <li>\n      x\n\n  </ul>\nb\n")
        #expect(try render("[{{<list}}{{/list}}]\n", others) == "[<ul>\n  \n</ul>\n]\n")
    }

    @Test("before the lines of a block is that of the block it replaces")
    func blocks() throws {
        let others = ["outer": "<a>\n  {{$b}}\n    default\n    lines\n  {{/b}}\n</a>\n"]
        #expect(try render("{{<outer}}{{/outer}}", others) == "<a>\n    default\n    lines\n</a>\n")
        #expect(
            try render("{{<outer}}\n{{$b}}\n\n x\n  y\nz\n{{/b}}\n{{/outer}}", others)
                == "<a>\n    \n    x\n     y\n    z\n</a>\n")
        #expect(try render("{{<outer}}{{$b}}x\n{{/b}}{{/outer}}", others) == "<a>\n    x\n</a>\n")
        #expect(try render("{{<outer}}{{$b}}{{/b}}{{/outer}}", others) == "<a>\n</a>\n")
    }

    @Test("beside a tag on its line is kept")
    func besideTags() throws {
        #expect(try render(" {{^isNew}} {{/isNew}} \n") == "   \n")
        #expect(try render("\t{{^isNew}}\n\t{{title}} \n\t{{/isNew}}\t\n.") == "\tUp \n.")
    }
}
