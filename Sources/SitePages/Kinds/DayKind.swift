import Catalog
import Cinema
import Templating

/// What is on in all theaters on a cinema day.
struct DayKind: PageKind {
    static let name = "day"
    static let rootEntries: [RootEntry] = [.showtimes]
    static let templates: [PageTemplate] = [.day]
    static let shows: PageContents = [.days, .posters]
    static let indexed: IndexedPages? = IndexedPages(in: "days") { programme, page in
        for day in programme.site.days { try page(programme.url.day(day), nil) }
    }

    private let template: FramedTemplate<Frame, DayPage>

    init(_ templates: KindTemplates) throws {
        template = try templates.bind(.day)
    }

    static func page(at path: SitePath, _ reader: ProgrammeReader) -> DayPart? {
        path.name(below: .showtimes).flatMap { CivilDate(iso: $0) }.map { DayPart(day: $0) }
    }

    /// A theater's place in the order of a day's theaters may be another.
    static func pages(showing event: CatalogEvent) -> PagesOfKind<DayPart> {
        switch event {
        case .theater: .all
        case .dayShowings(let day, let theater): [DayPart(day: day, theater: theater)]
        case .dayTheaters(let day): [DayPart(day: day)]
        case .days(let gone): .these(gone.map { DayPart(day: $0) })
        default: []
        }
    }

    /// The page that has a theater may be any of the day's.
    static func renders(_ id: DayPart, _ other: DayPart) -> Bool {
        id == other || (id.day == other.day && other.theater == nil)
    }

    func jobs(for pages: SelectedPages<DayPart>, _ writer: PageWriter, _ reader: ProgrammeReader) -> [RenderJob] {
        let whole = Set(pages.isWhole ? writer.site.days : []).union(pages.some.filter { $0.theater == nil }.map(\.day))
        return whole.union(pages.some.map(\.day)).sorted().map { day in
            let isWhole = whole.contains(day)
            return RenderJob(pages: 1) { try render(day, isWhole: isWhole, writer, $0, $1) }
        }
    }

    /// - Parameter isWhole: whether other theaters may show films on that day than before.
    private func render(
        _ day: CivilDate, isWhole: Bool, _ writer: PageWriter, _ reader: ProgrammeReader, _ sink: any FileSink
    ) throws {
        let site = writer.site
        let theaters = try reader.theaters(on: day)
        guard !theaters.isEmpty else { return try writer.removeList(site.url.day(day), sink) }
        // Each theater takes two lines at least.
        let areFew = theaters.count * 2 <= site.listSizes.lines
        if areFew {
            let showtimes = try reader.showtimes(ofTheaters: theaters, on: day)
            let lines = showtimes.values.reduce(0) { $0 + 1 + $1.daysByMovie()[0].showtimes.lines(below: \.movie.id) }
            if lines <= site.listSizes.lines {
                let model = site.dayPage(day, try reader.theaters(theaters), showtimes)
                return try writer.list(site.url.day(day), [model], template, sink) { model, number in
                    (site.dayContext(day, page: number), model)
                }
            }
        }
        if areFew || isWhole { try renderPlaces(day, try reader.theaters(theaters), writer, sink) }
    }

    /// The day of a big cinema: where films are shown, each theater's own page has the rest.
    private func renderPlaces(
        _ day: CivilDate, _ theaters: [Theater], _ writer: PageWriter, _ sink: any FileSink
    ) throws {
        let site = writer.site
        let pages = theaters.sorted { $0.place < $1.place }.pieces(of: site.listSizes.theaters)
        try writer.list(site.url.day(day), pages, template, sink) { _, number in
            (site.dayContext(day, page: number), site.dayPage(day, pages, page: number))
        }
    }
}

/// The pages of a day; or that among them which has a theater.
struct DayPart: PageID {
    let day: CivilDate
    var theater: Int64?

    private static let ofTheater = " of theater "

    init(day: CivilDate, theater: Int64? = nil) {
        self.day = day
        self.theater = theater
    }

    init?(_ description: String) {
        let parts = description.split(separator: Self.ofTheater)
        guard let day = parts.first.flatMap({ CivilDate(iso: String($0)) }) else { return nil }
        self.init(day: day, theater: parts.count > 1 ? Int64(parts[1]) : nil)
    }

    var description: String { day.iso + (theater.map { "\(Self.ofTheater)\($0)" } ?? "") }

    static func < (left: DayPart, right: DayPart) -> Bool {
        (left.day, left.theater ?? 0) < (right.day, right.theater ?? 0)
    }
}

extension SiteURL { func day(_ day: CivilDate) -> String { page(day.iso, in: .showtimes) } }
extension PageTemplate { static let day = PageTemplate("day", in: .showtimes) }
