import Catalog
import Cinema
import Templating

/// A theater: its page, one for each of its days, its calendar and its data.
struct TheaterKind: SlugPagesKind {
    static let name = "theater"
    static let rootEntries: [RootEntry] = [.theaters, .data]
    static let templates: [PageTemplate] = [.theater, .theaterDay]
    static let shows: PageContents = .posters
    static let rows = Slugged.theater
    static let indexed: IndexedPages? = IndexedPages(in: "theaters") { programme, page in
        try programme.reader.eachPage(of: .theater) { id, slug, changedAt in
            try page(programme.url.theater(slug), programme.latest(changedAt, programme.showtimeChanges.theaters[id]))
        }
    }
    static let jobSize = 2

    private let template: FramedTemplate<Frame, TheaterPage>
    private let dayTemplate: FramedTemplate<Frame, TheaterDayPage>

    init(_ templates: KindTemplates) throws {
        template = try templates.bind(.theater)
        dayTemplate = try templates.bind(.theaterDay)
    }

    static func slug(in path: SitePath) -> String? { path.name(below: .theaters) ?? path.data(in: "theaters") }

    static func pages(showing event: CatalogEvent) -> PagesOfKind<Int64> {
        switch event {
        case .theater(let id), .theaterShowings(let id): [id]
        default: []
        }
    }

    static func ids(_ reader: ProgrammeReader) throws -> [Int64] { try reader.theaterIDs() }

    func render(_ ids: [Int64], _ writer: PageWriter, _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let site = writer.site
        let auditoriums = try reader.auditoriums(ofTheaters: ids)
        let layouts = try reader.layouts(Set(auditoriums.values.joined().map(\.layout)))
        let showtimes = try reader.showtimes(ofTheaters: ids)
        for theater in try reader.theaters(ids) {
            let auditoriums = auditoriums[theater.id] ?? []
            let showtimes = showtimes[theater.id] ?? []
            let address = site.url.theater(theater.slug)
            let days = showtimes.daysByMovie()
            try writer.page(
                address, template,
                site.theaterContext(theater, auditoriums, layouts, hasShowings: !showtimes.isEmpty),
                site.theaterPage(
                    theater, auditoriums, layouts, FirstDays(days, lines: site.listSizes.lines, below: \.movie.id)),
                sink)
            try writer.days(
                days, below: address, by: \.movie.id, { site.link($0, in: theater) }, dayTemplate, sink
            ) { (site.theaterDayContext(theater, $0), site.theaterDayPage(theater, $0)) }
            try writer.calendar(of: address, named: theater.name, showtimes, reader, sink)
            let last = days.prefix(Site.daysOfTheater).last?.day ?? site.today
            try writer.data(
                "theaters/\(theater.slug)",
                site.theaterData(theater, auditoriums, layouts, showtimes.filter { $0.day <= last }), sink)
        }
    }

    func remove(_ slug: String, _ writer: PageWriter, _ sink: any FileSink) throws {
        try writer.removeDays(below: writer.site.url.theater(slug), sink)
        try sink.remove("data/theaters/\(slug).json")
    }
}

extension SiteURL {
    func theater(_ slug: String) -> String { page(slug, in: .theaters) }
    func theater(_ slug: String, on day: CivilDate) -> String { "\(theater(slug))\(day.iso)/" }
}

extension PageTemplate {
    static let theater = PageTemplate("theater", in: .theaters)
    static let theaterDay = PageTemplate("theater-day", in: .theaters)
}
