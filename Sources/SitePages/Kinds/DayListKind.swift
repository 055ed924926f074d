import Catalog
import Templating
import Words

/// The list of days.
struct DayListKind: SinglePageKind {
    static let name = "days"
    static let rootEntries: [RootEntry] = [.showtimes]
    static let templates: [PageTemplate] = [.days]
    static let shows: PageContents = .days
    static let pageCount = 1
    static let indexed: IndexedPages? = IndexedPages(in: IndexedPages.lists) { programme, page in
        try page(programme.url.showtimes, nil)
    }

    private let template: FramedTemplate<Frame, DaysPage>

    init(_ templates: KindTemplates) throws {
        template = try templates.bind(.days)
    }

    static func isPage(at path: SitePath) -> Bool { path.isIn(.showtimes) }

    /// Where a theater's clocks are others, so may its days be.
    static func isAffected(by event: CatalogEvent) -> Bool {
        if case .theater = event { true } else { false }
    }

    func render(_ writer: PageWriter, _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let site = writer.site
        try writer.page(site.url.showtimes, template, site.daysContext(), site.daysPage(), sink)
    }
}

extension RootEntry { static let showtimes = RootEntry("showtimes", isKeptBriefly: true) }
extension SiteURL { var showtimes: String { page(.showtimes) } }
extension PageTemplate { static let days = PageTemplate("days", in: .showtimes) }

/// All days that have showtimes.
struct DaysPage: TemplateModel {
    let days: [DayChoice]

    static let meaning = "All days that have showings."
    static let fields = Fields<DaysPage>(.list("days", \.days))
}

extension Site {
    func daysPage() -> DaysPage { DaysPage(days: days.map { choice($0) }) }

    func daysContext() -> PageContext {
        PageContext(
            .days, title: words.days.listTitle, description: words.days.listDescription(context.name),
            canonical: url.absolute(url.showtimes))
    }
}
