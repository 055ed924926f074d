import Catalog
import Templating

/// A page of the films of a person.
struct PersonPage: TemplateModel {
    let person: Link
    /// Films that are shown, each with its next showings; on the first page only.
    let onScreen: [MovieShowings]
    let films: [CreditedFilm]
    let pagination: Pagination?

    /// A film, and what the person did for it.
    struct CreditedFilm: TemplateModel {
        let card: MovieCard
        /// `Director, writer`
        let roles: String

        static let fields = Fields<CreditedFilm>(
            .object("card", \.card),
            .text("roles", \.roles)
        )
    }

    static let fields = Fields<PersonPage>(
        .object("person", \.person),
        .flag("isOnScreen") { !$0.onScreen.isEmpty },
        .list("onScreen", \.onScreen),
        .list("films", \.films),
        .object("pagination", \.pagination)
    )
}

extension Site {
    /// A person's page tells which of the films are on, and no more than that of each: the film's page has the rest.
    static let filmsOnScreen = 6
    static let showingsOnScreen = 3

    /// - Parameter showtimes: the next ones of films of this person.
    func personPage(
        _ person: Person, _ credits: ArraySlice<FilmCredit>, _ showtimes: [Showtime], page number: Int,
        of pageCount: Int
    ) -> PersonPage {
        PersonPage(
            person: link(person), onScreen: movieShowings(showtimes),
            films: credits.map { .init(card: card($0.movie), roles: Wording.roles($0)) },
            pagination: pagination(of: url.person(person.slug), page: number, pageCount: pageCount))
    }

    func personContext(_ person: Person, page number: Int) -> PageContext {
        PageContext(
            kind: .person, title: numbered(fullName(person), number),
            description: numbered("Films with \(person.name), and when \(context.name) shows them.", number),
            canonical: url.absolute(SiteURL.page(number, of: url.person(person.slug))), isIndexed: number == 1,
            structuredData: number == 1 ? structuredData(person) : "")
    }
}
