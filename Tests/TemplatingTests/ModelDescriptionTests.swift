import Templating
import Testing

private struct Film: TemplateModel {
    var title: String
    var isNew = true
    var languages: [String] = []
    var director: Person?
    var studio = Shared(Person(name: "Rex"))
    var cast: [Person] = []

    static let meaning = "Something to see."
    static let fields = Fields<Film>(
        .text("title", \.title),
        .text("shout") { $0.title.uppercased() },
        .flag("isNew", \.isNew),
        .texts("languages", \.languages),
        .object("director", \.director),
        .object("studio", \.studio),
        .list("cast", \.cast),
        .object("star") { $0.cast.first }
    )
}

private struct Person: TemplateModel {
    var name: String
    var friends: [Person] = []

    static let fields = Fields<Person>(.text("name", \.name), .list("friends", \.friends))
}

@Suite("A description of a model")
struct ModelDescriptionTests {
    @Test("has its fields in order, each with its kind")
    func fields() {
        let film = ModelDescription(Film.self)
        #expect(film.meaning == "Something to see.")
        #expect(
            film.fields.map(\.name) == [
                "title", "shout", "isNew", "languages", "director", "studio", "cast", "star",
            ])
        #expect(
            film.fields.map(\.kind) == [
                .text, .text, .flag, .texts, .object(isOptional: true), .object(isOptional: false), .list,
                .object(isOptional: true),
            ])
        #expect(film.fields[0].model == nil)
        #expect(film.fields[4].model?.fields.map(\.name) == ["name", "friends"])
    }

    @Test("ends where a model contains itself")
    func recursion() {
        let friends = ModelDescription(Person.self).fields[1]
        #expect(friends.kind == .list)
        #expect(friends.model == nil)
    }

    @Test("takes each example from the first model that has the value")
    func examples() throws {
        var film = ModelDescription(Film.self)
        #expect(film.fields.map(\.example) == Array(repeating: "", count: 8))
        film.add(Film(title: ""))
        film.add(
            Film(
                title: "Up", languages: ["en", "fr"], director: Person(name: "Pete"),
                cast: [Person(name: ""), Person(name: "Ed")]))
        film.add(Film(title: "Down", languages: ["de"], director: Person(name: "Paul")))
        #expect(film.fields.map(\.example) == ["Up", "UP", "", "en, fr", "", "", "", ""])
        func name(_ field: Int) -> String? { film.fields[field].model?.fields[0].example }
        #expect([4, 5, 6].map(name) == ["Pete", "Rex", "Ed"])
    }
}

@Suite("An outline of a template")
struct TemplateOutlineTests {
    @Test("has what it includes, what it fills, and the blocks that it offers")
    func outline() throws {
        let library = try TemplateLibrary(texts: [
            "page": "{{<layout}}{{$main}}{{#a}}{{> card}}{{/a}}{{<box}}{{/box}}{{/main}}{{/layout}}{{$own}}{{/own}}",
            "layout": "{{$title}}{{/title}}{{#a}}{{$main}}{{$inner}}{{/inner}}{{/main}}{{/a}}{{$title}}{{/title}}",
            "box": "", "card": "",
        ])
        let page = try #require(library.outline(of: "page"))
        #expect(page.partials == ["card"])
        #expect(page.parents == ["layout", "box"])
        #expect(page.blocks == ["own"])
        #expect(library.outline(of: "layout")?.blocks == ["title", "main", "inner"])
        #expect(library.outline(of: "nothing") == nil)
        #expect(library.names == ["box", "card", "layout", "page"])
    }
}
