import Templating
import Testing

private struct Film: TemplateModel {
    static let fields = Fields<Film>()
}

@Suite("What a template consists of")
struct TemplateSourcesTests {
    private static let texts = [
        "page": "{{<layout}}{{$main}}{{> parts/card}}{{/main}}{{/layout}}",
        "layout": "{{$main}}{{> parts/none}}{{/main}}{{> parts/foot}}",
        "parts/card": "{{> parts/poster}}", "parts/poster": "", "parts/foot": "", "parts/none": "",
        "other": "{{> page}}",
    ]

    @Test("is itself, its parents and partials, and theirs")
    func sources() throws {
        let library = try TemplateLibrary(texts: Self.texts)
        let page = try library.template("page", Film.self)
        #expect(page.sources == ["page", "layout", "parts/card", "parts/poster", "parts/foot"])
        #expect(try library.template("other", Film.self, Film.self).sources == page.sources.union(["other"]))
        #expect(try library.template("parts/poster", Film.self).sources == ["parts/poster"])
    }

    @Test("can be read as it is written")
    func text() throws {
        let library = try TemplateLibrary(texts: Self.texts)
        #expect(library.text(of: "other") == "{{> page}}")
        #expect(library.text(of: "parts/nothing") == nil)
    }
}
