import Catalog
import Templating
import Words

/// A person, and the films that they had a part in.
struct PersonKind: SlugPagesKind {
    static let name = "person"
    static let rootEntries: [RootEntry] = [.people]
    static let templates: [PageTemplate] = [.person]
    static let shows: PageContents = .posters
    static let rows = Slugged.person
    static let indexed: IndexedPages? = IndexedPages(in: "people") { programme, page in
        try programme.reader.eachPage(of: .person) { try page(programme.url.person($1), $2) }
    }
    static let jobSize = 256

    private let template: FramedTemplate<Frame, PersonPage>

    init(_ templates: KindTemplates) throws {
        template = try templates.bind(.person)
    }

    static func slug(in path: SitePath) -> String? { path.name(below: .people) }

    /// The page has the next showings of the person's films.
    static func pages(showing event: CatalogEvent) -> PagesOfKind<Int64> {
        switch event {
        case .person(let id, _), .personMovies(let id): [id]
        case .movie(_, _, let people), .movieShowings(_, let people): .these(people)
        default: []
        }
    }

    static func ids(_ reader: ProgrammeReader) throws -> [Int64] { try reader.personIDs() }

    func render(_ ids: [Int64], _ writer: PageWriter, _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let site = writer.site
        let films = try reader.filmographies(ofPeople: ids)
        let movies = Dictionary(
            films.values.joined().map { ($0.movie.id, $0.movie) }, uniquingKeysWith: { first, _ in first })
        let next = Dictionary(
            grouping: try reader.nextShowtimes(of: Array(movies.values), limit: Site.showingsOnScreen), by: \.movie.id)
        for person in try reader.people(ids) {
            let credits = films[person.id] ?? []
            let onScreen = credits.compactMap { next[$0.movie.id] }.sorted { $0[0].startsAt < $1[0].startsAt }
            let pages = credits.pages(of: site.listSizes.movies)
            try writer.list(site.url.person(person.slug), pages, template, sink) { credits, number in
                let showtimes = number == 1 ? onScreen.prefix(Site.filmsOnScreen).flatMap(\.self) : []
                return (
                    site.personContext(person, page: number),
                    site.personPage(person, credits, showtimes, page: number, of: pages.count)
                )
            }
        }
    }

    func remove(_ slug: String, _ writer: PageWriter, _ sink: any FileSink) throws {
        try writer.removeList(writer.site.url.person(slug), sink)
    }
}

extension RootEntry { static let people = RootEntry("people", isKeptBriefly: true) }
extension SiteURL { func person(_ slug: String) -> String { page(slug, in: .people) } }
extension PageTemplate { static let person = PageTemplate("person", in: .movies) }

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

    static let meaning = "A person, and the films that they had a part in."
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
            films: credits.map { .init(card: card($0.movie), roles: roles($0)) },
            pagination: pagination(of: url.person(person.slug), page: number, pageCount: pageCount))
    }

    /// `Director, writer, as Harry Lime`
    private func roles(_ credit: FilmCredit) -> String {
        let crew = [credit.isDirector ? words.people.director : nil, credit.isWriter ? words.people.writer : nil]
        let characters = credit.characters.filter { !$0.isEmpty }.map { words.people.asCharacter($0) }
        let cast = credit.isActor && characters.isEmpty ? [words.people.actor] : characters
        let roles = (crew.compactMap(\.self) + cast).joined(separator: ", ")
        return roles.prefix(1).uppercased() + roles.dropFirst()
    }

    func personContext(_ person: Person, page number: Int) -> PageContext {
        PageContext(
            .person, title: numbered(fullName(person), number),
            description: numbered(words.people.description(person.name, context.name), number),
            canonical: url.absolute(SiteURL.page(number, of: url.person(person.slug))), isIndexed: number == 1,
            structuredData: number == 1 ? structuredData(person) : "")
    }
}
