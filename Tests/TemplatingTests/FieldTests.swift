import Templating
import Testing

/// A model with a field of every kind, most of them stored at uneven places.
private struct Evening: TemplateModel {
    var isLate = false
    var title = ""
    private let padding: UInt8 = 255
    var isFull = true
    var host: Person?
    private let count: Int16 = -1
    var notes: [String] = []
    var door = Person(name: "Bo")
    var guests: [Person] = []
    var tables: [Table] = []
    var house = Shared(House(name: "Rex", city: "Lyon"))
    var owner = Owner(name: "Ada")
    var rival: Owner?

    var shout: String { title.uppercased() }
    var mood = "calm" { didSet { count(of: mood) } }

    private func count(of text: String) {}

    static let fields = Fields<Evening>(
        .flag("isLate", \.isLate),
        .text("title", \.title),
        .flag("isFull", \.isFull),
        .object("host", \.host),
        .texts("notes", \.notes),
        .object("door", \.door),
        .text("doorName", \.door.name),
        .list("guests", \.guests),
        .list("tables", \.tables),
        .object("house", \.house),
        .object("owner", \.owner),
        .object("rival", \.rival),
        .text("shout", \.shout),
        .text("mood", \.mood),
        .text("ownerName", \.owner.name),
        .flag("isEmpty", \.guests.isEmpty),
        .text("twice") { $0.title + $0.title },
        .flag("isLong") { $0.title.count > 5 },
        .texts("words") { $0.title.split(separator: " ").map(String.init) },
        .list("others") { $0.guests.reversed() },
        .object("first") { $0.guests.first }
    )
}

private struct Person: TemplateModel {
    var isOld = false
    var name: String

    static let fields = Fields<Person>(.text("name", \.name), .flag("isOld", \.isOld))
}

private struct Table: TemplateModel {
    private let number: UInt8 = 7
    var seats: [Person]
    var isRound: Bool

    static let fields = Fields<Table>(.flag("isRound", \.isRound), .list("seats", \.seats))
}

private struct House: TemplateModel {
    var name: String
    var city: String

    static let fields = Fields<House>(.text("name", \.name), .text("city") { $0.city })
}

private final class Owner: TemplateModel {
    let name: String
    let house = House(name: "Roxy", city: "Nice")
    let houses = [House(name: "A", city: "B"), House(name: "C", city: "D")]

    init(name: String) {
        self.name = name
    }

    static let fields = Fields<Owner>(
        .text("name", \.name),
        .text("upper") { $0.name.uppercased() },
        .object("house", \.house),
        .list("houses", \.houses)
    )
}

@Suite("A field of a model")
struct FieldTests {
    private func render(_ template: String, _ change: (inout Evening) -> Void = { _ in }) throws -> String {
        var evening = Evening(title: "Gala")
        change(&evening)
        let library = try TemplateLibrary(texts: ["page": template])
        return String(decoding: try library.template("page", Evening.self).render(evening), as: UTF8.self)
    }

    @Test("is text or a flag that the model stores")
    func storedValues() throws {
        #expect(
            try render("{{title}}{{#isFull}}!{{/isFull}}{{#isLate}}?{{/isLate}}{{^isLate}}.{{/isLate}}") == "Gala!.")
        #expect(try render("{{^isFull}}free{{/isFull}}") { $0.isFull = false } == "free")
        #expect(try render("{{#title}}[{{.}}]{{/title}}{{^title}}none{{/title}}") == "[Gala]")
        #expect(try render("{{#title}}[{{.}}]{{/title}}{{^title}}none{{/title}}") { $0.title = "" } == "none")
    }

    @Test("is a model inside the model, which is always there")
    func parts() throws {
        #expect(try render("{{door.name}} {{doorName}} {{#door}}{{name}}{{/door}}{{^door}}gone{{/door}}") == "Bo Bo Bo")
    }

    @Test("is a model that may be missing")
    func optionals() throws {
        let template = "{{#host}}{{name}}{{#isOld}} sen.{{/isOld}}{{/host}}{{^host}}nobody{{/host}} <{{host.name}}>"
        #expect(try render(template) == "nobody <>")
        #expect(try render(template) { $0.host = Person(isOld: true, name: "Cy") } == "Cy sen. <Cy>")
        #expect(try render(template) { $0.host = Person(name: "") } == " <>")
        let inner = "{{#host.isOld}}old{{/host.isOld}}{{^host.isOld}}not old{{/host.isOld}}"
        #expect(try render(inner) == "not old")
        #expect(try render(inner) { $0.host = Person(name: "Cy") } == "not old")
        #expect(try render(inner) { $0.host = Person(isOld: true, name: "Cy") } == "old")
    }

    @Test("is a list, empty or with lists in it")
    func lists() throws {
        let template =
            "{{#tables}}{{title}}{{#isRound}}o{{/isRound}}{{#seats}}({{name}}{{#isOld}}+{{/isOld}}){{/seats}}{{^seats}}-{{/seats}};{{/tables}}{{^tables}}none{{/tables}}"
        #expect(try render(template) == "none")
        let seats = [Person(isOld: true, name: "Al"), Person(name: "a rather long name of somebody")]
        let rendered = try render(template) {
            $0.tables = [Table(seats: seats, isRound: true), Table(seats: [], isRound: false)]
        }
        #expect(rendered == "Galao(Al+)(a rather long name of somebody);Gala-;")
    }

    @Test("is a list of texts")
    func texts() throws {
        let template = "{{#notes}}<{{.}}{{{.}}}>{{#.}}!{{/.}}{{^.}}?{{/.}}{{/notes}}{{^notes}}none{{/notes}}"
        #expect(try render(template) == "none")
        #expect(try render(template) { $0.notes = ["&", "", "b"] } == "<&amp;&>!<>?<bb>!")
    }

    @Test("is a model that many share")
    func shared() throws {
        #expect(
            try render(
                "{{house.name}} {{#house}}{{city}}{{/house}}{{^house}}gone{{/house}}{{^house.name}}?{{/house.name}}")
                == "Rex Lyon")
        #expect(Evening().house.name == "Rex")
    }

    @Test("is of a class, whose fields are asked for")
    func classes() throws {
        #expect(
            try render("{{owner.name}} {{ownerName}} {{#owner}}{{upper}} {{house.name}} {{/owner}}")
                == "Ada Ada ADA Roxy ")
        let rival = "{{rival.name}}{{#rival}} {{upper}}{{/rival}}{{^rival}}none{{/rival}}"
        #expect(try render(rival) == "none")
        #expect(try render(rival) { $0.rival = Owner(name: "Eve") } == "Eve EVE")
        #expect(try render("{{#owner}}{{#houses}}{{name}}{{city}}{{/houses}}{{/owner}}") == "ABCD")
        let library = try TemplateLibrary(texts: ["page": "{{name}}"])
        #expect(try library.template("page", Owner.self).render(Owner(name: "Eve")) == Array("Eve".utf8))
    }

    @Test("is asked for if its key path leads to nothing stored")
    func fallback() throws {
        #expect(try render("{{shout}} {{mood}} {{#isEmpty}}empty{{/isEmpty}}") == "GALA calm empty")
    }

    @Test("is what its closure returns")
    func closures() throws {
        let template =
            "{{twice}}{{#isLong}} long{{/isLong}}{{#words}} {{.}}{{/words}}{{#others}} {{name}}{{/others}}{{#first}} {{name}}{{/first}}{{^first}} no one{{/first}}{{first.name}}{{#twice}}{{.}}{{/twice}}{{^twice}}-{{/twice}}"
        #expect(try render(template) == "GalaGala Gala no oneGalaGala")
        let rendered = try render(template) {
            $0.title = "Gala on ice"
            $0.guests = [Person(name: "Al"), Person(name: "Bo")]
        }
        #expect(rendered == "Gala on iceGala on ice long Gala on ice Bo Al AlAlGala on iceGala on ice")
        #expect(
            try render("{{#twice}}{{.}}{{/twice}}{{^twice}}-{{/twice}}{{^words}}.{{/words}}") { $0.title = "" } == "-.")
    }
}
