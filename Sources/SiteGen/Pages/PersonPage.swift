import Catalog
import Templating

struct PersonPage: TemplateModel {
    let person: Link
    let actedIn: [MovieCard]
    let directed: [MovieCard]
    let wrote: [MovieCard]

    static let fields = Fields<PersonPage>(
        .object("person") { $0.person },
        .list("actedIn") { $0.actedIn },
        .list("directed") { $0.directed },
        .list("wrote") { $0.wrote },
        .flag("hasActed") { !$0.actedIn.isEmpty },
        .flag("hasDirected") { !$0.directed.isEmpty },
        .flag("hasWritten") { !$0.wrote.isEmpty }
    )
}

extension Site {
    func personPage(_ index: Int) -> PersonPage {
        let films = listings.ofPerson[index]
        return PersonPage(
            person: person(index), actedIn: films.actedIn.map(card), directed: films.directed.map(card),
            wrote: films.wrote.map(card))
    }

    func personContext(_ index: Int) -> PageContext {
        let person = programme.people[index]
        return PageContext(
            kind: .person, title: person.name,
            description: "Films with \(person.name), and when \(context.name) shows them.",
            canonical: url.absolute(url.person(person.slug)))
    }
}
