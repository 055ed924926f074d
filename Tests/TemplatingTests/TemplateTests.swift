import Mustache
import Templating
import Testing

/// A film as the templates of these tests know it.
private struct Film: TemplateModel {
    var title = "Up"
    var isNew = false
    var cast: [String] = []
    var showings: [Showing] = []
    var theater: Theater?

    static let fields = Fields<Film>(
        .text("title") { $0.title },
        .flag("isNew") { $0.isNew },
        .texts("cast") { $0.cast },
        .list("showings") { $0.showings },
        .object("theater") { $0.theater }
    )
}

private struct Showing: TemplateModel {
    let time: String

    static let fields = Fields<Showing>(.text("time") { $0.time })
}

private struct Theater: TemplateModel {
    let name: String

    static let fields = Fields<Theater>(.text("name") { $0.name })
}

@Suite("A template")
struct TemplateTests {
    private func render(_ template: String, _ film: Film = Film(), others: [String: String] = [:]) throws -> String {
        let library = try TemplateLibrary(texts: others.merging(["page": template]) { _, page in page })
        return String(decoding: try library.template("page", Film.self).render(film), as: UTF8.self)
    }

    private func failure(_ template: String, others: [String: String] = [:]) throws -> String {
        try #require(throws: TemplateError.self) { try render(template, others: others) }.description
    }

    @Test("shows fields, and escapes what means something in HTML")
    func variables() throws {
        let film = Film(title: "<b>\"Tom\" & 'Jerry'</b>")
        #expect(try render("{{title}}", film) == "&lt;b&gt;&quot;Tom&quot; &amp; &#39;Jerry&#39;&lt;/b&gt;")
        #expect(try render("{{{title}}}|{{&title}}", film) == "\(film.title)|\(film.title)")
    }

    @Test("shows sections for what is there, and inverted ones for what is not")
    func sections() throws {
        let template =
            "{{#isNew}}new {{/isNew}}{{^cast}}nobody {{/cast}}{{#theater}}{{name}}{{/theater}}{{^theater}}nowhere{{/theater}}"
        #expect(try render(template) == "nobody nowhere")
        let film = Film(isNew: true, cast: ["Ed Asner"], theater: Theater(name: "Rex"))
        #expect(try render(template, film) == "new Rex")
        #expect(try render("{{#title}}<{{.}}>{{/title}}", Film(title: "A&B")) == "<A&amp;B>")
        #expect(try render("{{#title}}titled{{/title}}", Film(title: "")) == "")
    }

    @Test("repeats a section for each of a list, and finds outer names inside")
    func lists() throws {
        let film = Film(cast: ["A", "B"], showings: [Showing(time: "18:00"), Showing(time: "20:30")])
        #expect(try render("{{#showings}}{{title}} {{time}};{{/showings}}", film) == "Up 18:00;Up 20:30;")
        #expect(try render("{{#cast}}{{.}},{{/cast}}", film) == "A,B,")
        #expect(try render("{{theater.name}}", film) == "")
        #expect(try render("{{theater.name}}", Film(theater: Theater(name: "Rex"))) == "Rex")
    }

    @Test("includes others, and indents what it includes")
    func partials() throws {
        #expect(
            try render("<ul>\n  {{> item}}\n</ul>\n", others: ["item": "<li>\n{{title}}\n</li>\n"])
                == "<ul>\n  <li>\n  Up\n  </li>\n</ul>\n")
        #expect(try render("{{> a}}", others: ["a": "[{{> b}}]", "b": "{{title}}"]) == "[Up]")
    }

    @Test("fills the blocks of its parent, whose own stand where it is silent")
    func inheritance() throws {
        let layout = "<title>{{$title}}Marquee{{/title}}</title><main>{{$main}}{{/main}}</main>"
        #expect(
            try render("{{<layout}}ignored{{$main}}{{title}}{{/main}}{{/layout}}", others: ["layout": layout])
                == "<title>Marquee</title><main>Up</main>")
    }

    @Test("hands its blocks up through a parent that has a parent, and keeps those of others apart")
    func nestedInheritance() throws {
        let others = [
            "base": "[{{$a}}base a{{/a}}|{{$b}}base b{{/b}}]",
            "middle": "{{<base}}{{$a}}middle a {{$c}}middle c{{/c}}{{/a}}{{/base}}",
            "box": "({{$a}}box a{{/a}})",
        ]
        #expect(try render("{{<middle}}{{$b}}page b{{/b}}{{/middle}}", others: others) == "[middle a middle c|page b]")
        #expect(try render("{{<middle}}{{$c}}page c{{/c}}{{/middle}}", others: others) == "[middle a page c|base b]")
        #expect(
            try render("{{<base}}{{$a}}page a {{<box}}{{/box}}{{/a}}{{/base}}", others: others)
                == "[page a (box a)|base b]")
    }

    @Test("leaves no empty line where a tag stood alone")
    func standalone() throws {
        let film = Film(showings: [Showing(time: "18:00")])
        #expect(try render("a\n{{#showings}}\n- {{time}}\n{{/showings}}\nb\n", film) == "a\n- 18:00\nb\n")
        #expect(try render("a\n  {{! a comment }}\nb") == "a\nb")
        #expect(try render("a\r\n{{! a comment }}\r\nb") == "a\r\nb")
        #expect(try render("{{! a }} b") == " b")
    }

    @Test("may choose other delimiters")
    func delimiters() throws {
        #expect(try render("{{=<% %>=}}<% title %> {{title}}<%={{ }}=%> {{title}}") == "Up {{title}} Up")
    }

    @Test(
        "that names what is not there says where, and what was meant",
        arguments: [
            ("<p>\n  {{titel}}", "page.mustache:2:3: nothing here is called 'titel'; do you mean 'title'?"),
            ("{{theater.nam}}", "page.mustache:1:1: there is no 'nam' in it; do you mean 'name'?"),
            ("{{title.length}}", "page.mustache:1:1: 'title' has no fields, so '.length' cannot follow it"),
            ("{{showings}}", "page.mustache:1:1: 'showings' is a list and cannot be shown as text"),
            ("{{isNew}}", "page.mustache:1:1: 'isNew' is a flag and cannot be shown as text"),
            ("{{theater}}", "page.mustache:1:1: 'theater' is an object and cannot be shown as text"),
            (
                "{{#showing}}{{/showing}}",
                "page.mustache:1:1: nothing here is called 'showing'; do you mean 'showings'?"
            ),
            (
                "{{^showing}}{{/showing}}",
                "page.mustache:1:1: nothing here is called 'showing'; do you mean 'showings'?"
            ),
            ("a\n{{> foot}}", "foot.mustache:2:4: nothing here is called 'cats'; do you mean 'cast'?"),
            (
                "{{<layout}}{{$main}}1{{/main}}\n{{$main}}2{{/main}}{{/layout}}",
                "page.mustache:2:1: the block 'main' is filled already; what was before would be shown nowhere"
            ),
            ("{{<layuot}}{{/layuot}}", "page.mustache:1:1: there is no template 'layuot'; do you mean 'layout'?"),
            (
                "{{<layout}}\n{{$main}}{{/main}}\n {{$tilte}}{{/tilte}}{{/layout}}",
                "page.mustache:3:2: 'layout' has no block 'tilte'; do you mean 'title'?"
            ),
            ("{{time}}", "page.mustache:1:1: nothing here is called 'time'"),
            ("{{.}}", "page.mustache:1:1: '.' has a meaning only in a list of texts"),
            ("{{> movie-crad}}", "page.mustache:1:1: there is no template 'movie-crad'; do you mean 'movie-card'?"),
        ])
    func unknownNames(template: String, message: String) throws {
        let others = [
            "movie-card": "", "foot": "<p>\n   {{cats}}",
            "layout": "{{<base}}{{$main}}{{$inner}}{{/inner}}{{/main}}{{/base}}",
            "base": "{{$title}}{{/title}}{{$main}}{{/main}}",
        ]
        #expect(try failure(template, others: others) == message)
    }

    @Test(
        "that is not well formed says where",
        arguments: [
            ("a\n{{#isNew}}b", "page.mustache:2:1: 'isNew' is opened here but never closed"),
            ("{{/isNew}}", "page.mustache:1:1: 'isNew' is closed here but never opened"),
            ("{{#isNew}}{{#cast}}{{/isNew}}", "page.mustache:1:20: 'cast' of line 1 must be closed before 'isNew'"),
            ("{{title", "page.mustache:1:1: this tag is never closed with '}}'"),
            ("{{}}", "page.mustache:1:1: this tag is empty"),
            ("{{a b}}", "page.mustache:1:1: 'a b' is no name: a name has no spaces"),
            ("{{> page}}", "page.mustache:1:1: 'page' contains itself"),
        ])
    func malformed(template: String, message: String) throws {
        #expect(try failure(template) == message)
    }

    @Test("reads like the same template in another implementation of Mustache")
    func agrees() throws {
        let template = """
            <h1>{{title}}</h1>
            {{#theater}}
              <p>{{name}}</p>
            {{/theater}}
            {{^isNew}}
            <ul>
              {{#showings}}
              <li>{{time}} {{title}}</li>
              {{/showings}}
            </ul>
            {{/isNew}}
            {{#cast}}{{.}} {{/cast}}
            """
        let film = Film(
            title: "Tom & <Jerry>", cast: ["A", "B"], showings: [Showing(time: "1"), Showing(time: "2")],
            theater: Theater(name: "Rex"))
        let other = try MustacheTemplate(string: template).render(
            [
                "title": film.title, "cast": film.cast, "showings": [["time": "1"], ["time": "2"]],
                "theater": ["name": "Rex"], "isNew": false,
            ] as [String: Any])
        #expect(try render(template, film) == other)
    }
}
