import Mustache
import Templating
import Testing

/// Data of any kind, as random templates of the same fields show it.
private struct Page: TemplateModel, Hashable {
    let isOpen: Bool
    let title: String
    private let gap: UInt8 = 1
    let hall: Hall?
    let isShut: Bool
    let tags: [String]
    let entry: Hall
    let films: [Film]

    static let fields = Fields<Page>(
        .flag("isOpen", \.isOpen), .text("title", \.title), .object("hall", \.hall), .flag("isShut", \.isShut),
        .texts("tags", \.tags), .object("entry", \.entry), .list("films", \.films))
}

private struct Film: TemplateModel, Hashable {
    let minutes: Int16
    let isNew: Bool
    let name: String
    let place: Hall?
    let marks: [String]
    let isOld: Bool

    static let fields = Fields<Film>(
        .flag("isNew", \.isNew), .text("name", \.name), .object("place", \.place), .texts("marks", \.marks),
        .flag("isOld", \.isOld))
}

private struct Hall: TemplateModel, Hashable {
    let isBig: Bool
    let label: String

    static let fields = Fields<Hall>(.flag("isBig", \.isBig), .text("label", \.label))
}

/// The same, each field by a closure.
private struct AskedPage: TemplateModel {
    let page: Page

    static let fields = Fields<AskedPage>(
        .flag("isOpen") { $0.page.isOpen }, .text("title") { $0.page.title },
        .object("hall") { $0.page.hall.map { AskedHall(hall: $0) } }, .flag("isShut") { $0.page.isShut },
        .texts("tags") { $0.page.tags }, .object("entry") { AskedHall(hall: $0.page.entry) },
        .list("films") { $0.page.films.map { AskedFilm(film: $0) } })
}

private struct AskedFilm: TemplateModel {
    let film: Film

    static let fields = Fields<AskedFilm>(
        .flag("isNew") { $0.film.isNew }, .text("name") { $0.film.name },
        .object("place") { $0.film.place.map { AskedHall(hall: $0) } }, .texts("marks") { $0.film.marks },
        .flag("isOld") { $0.film.isOld })
}

private final class AskedHall: TemplateModel {
    let hall: Hall

    init(hall: Hall) {
        self.hall = hall
    }

    static let fields = Fields<AskedHall>(.flag("isBig") { $0.hall.isBig }, .text("label") { $0.hall.label })
}

/// Numbers that are the same each time.
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Dice {
    private static let signs = Array("abcdefghij klmno<>&\"'é🎬")

    mutating func flag() -> Bool { Bool.random(using: &self) }

    mutating func text() -> String {
        String(
            (0..<Int.random(in: 0...(flag() ? 40 : 8), using: &self)).map { _ in
                Self.signs.randomElement(using: &self) ?? "a"
            })
    }

    mutating func some<Value>(_ make: (inout Dice) -> Value) -> [Value] {
        (0..<Int.random(in: 0...4, using: &self)).map { _ in make(&self) }
    }

    fileprivate mutating func hall() -> Hall { Hall(isBig: flag(), label: text()) }

    fileprivate mutating func film() -> Film {
        Film(
            minutes: -1, isNew: flag(), name: text(), place: flag() ? hall() : nil, marks: some { $0.text() },
            isOld: flag())
    }

    fileprivate mutating func page() -> Page {
        Page(
            isOpen: flag(), title: text(), hall: flag() ? hall() : nil, isShut: flag(), tags: some { $0.text() },
            entry: hall(), films: some { $0.film() })
    }

    /// A template of fields that are in scope.
    mutating func template(_ scope: String, depth: Int = 0) -> String {
        (0..<Int.random(in: 1...5, using: &self)).map { _ in part(scope, depth: depth) }.joined()
    }

    private mutating func part(_ scope: String, depth: Int) -> String {
        let names = Self.names[scope] ?? [:]
        guard depth < 4, let (name, inner) = names.sorted(by: { $0.key < $1.key }).randomElement(using: &self) else {
            return "-"
        }
        func section(_ sign: String, _ body: String) -> String { "{{\(sign)\(name)}}\(body){{/\(name)}}" }
        switch (inner, Int.random(in: 0...3, using: &self)) {
        case ("text", 0...1): return "[{{\(name)}}]"
        case ("text", 2): return " {{{\(name)}}}\n"
        case (_, 0): return section("^", template(scope, depth: depth + 1))
        case ("text", _), ("flag", _): return section("#", template(scope, depth: depth + 1))
        case ("texts", _): return section("#", "{{.}},")
        case ("hall", 1): return "{{\(name).label}}"
        default: return section("#", template(inner, depth: depth + 1))
        }
    }

    private static let names: [String: [String: String]] = [
        "page": [
            "isOpen": "flag", "title": "text", "hall": "hall", "isShut": "flag", "tags": "texts", "entry": "hall",
            "films": "film",
        ],
        "film": ["isNew": "flag", "name": "text", "place": "hall", "marks": "texts", "isOld": "flag", "title": "text"],
        "hall": ["isBig": "flag", "label": "text", "isOpen": "flag", "title": "text"],
    ]
}

/// Empty text is left out for the other implementation, which shows sections for it.
extension Page {
    fileprivate var dictionary: [String: Any] {
        var dictionary: [String: Any] = [
            "isOpen": isOpen, "isShut": isShut, "tags": tags, "entry": entry.dictionary,
            "films": films.map(\.dictionary),
        ]
        if !title.isEmpty { dictionary["title"] = title }
        if let hall { dictionary["hall"] = hall.dictionary }
        return dictionary
    }
}

extension Film {
    fileprivate var dictionary: [String: Any] {
        var dictionary: [String: Any] = ["isNew": isNew, "marks": marks, "isOld": isOld]
        if !name.isEmpty { dictionary["name"] = name }
        if let place { dictionary["place"] = place.dictionary }
        return dictionary
    }
}

extension Hall {
    fileprivate var dictionary: [String: Any] {
        label.isEmpty ? ["isBig": isBig] : ["isBig": isBig, "label": label]
    }
}

@Suite("Stored and computed fields and another implementation of Mustache")
struct AgreementTests {
    @Test("show the same data alike, whatever the template", arguments: 0..<300)
    func agree(seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        let text = dice.template("page")
        let library = try TemplateLibrary(texts: ["page": text])
        let stored = try library.template("page", Page.self)
        let asked = try library.template("page", AskedPage.self)
        let other = try MustacheTemplate(string: text)
        for _ in 0..<10 {
            let page = dice.page()
            let rendered = stored.render(page)
            #expect(asked.render(AskedPage(page: page)) == rendered, "\(text)\n\(page)")
            #expect(other.render(page.dictionary) == String(decoding: rendered, as: UTF8.self), "\(text)\n\(page)")
        }
    }
}
