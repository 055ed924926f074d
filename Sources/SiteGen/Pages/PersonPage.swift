import Catalog
import Templating

struct PersonPage: TemplateModel {
    let person: Link
    let actedIn: [MovieCard]
    let directed: [MovieCard]
    let wrote: [MovieCard]

    static let fields = Fields<PersonPage>(
        .object("person", \.person),
        .list("actedIn", \.actedIn),
        .list("directed", \.directed),
        .list("wrote", \.wrote),
        .flag("hasActed") { !$0.actedIn.isEmpty },
        .flag("hasDirected") { !$0.directed.isEmpty },
        .flag("hasWritten") { !$0.wrote.isEmpty }
    )
}

extension Site {
    func personPage(_ person: Person, _ films: Filmography) -> PersonPage {
        PersonPage(
            person: link(person), actedIn: films.actedIn.map(card), directed: films.directed.map(card),
            wrote: films.wrote.map(card))
    }

    func personContext(_ person: Person) -> PageContext {
        PageContext(
            kind: .person, title: person.name,
            description: "Films with \(person.name), and when \(context.name) shows them.",
            canonical: url.absolute(url.person(person.slug)), structuredData: structuredData(person))
    }
}
