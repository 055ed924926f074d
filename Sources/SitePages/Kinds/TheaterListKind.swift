import Catalog
import Templating

/// The list of theaters.
struct TheaterListKind: SinglePageKind {
    static let name = "theaterList"
    static let rootEntries: [RootEntry] = [.theaters]
    static let templates: [PageTemplate] = [.theaters]
    static let indexed: IndexedPages? = IndexedPages(in: IndexedPages.lists) { programme, page in
        try page(programme.url.theaters, nil)
    }

    private let template: FramedTemplate<Frame, TheatersPage>

    init(_ templates: KindTemplates) throws {
        template = try templates.bind(.theaters)
    }

    static func isPage(at path: SitePath) -> Bool { path.isList(.theaters) }

    static func isAffected(by event: CatalogEvent) -> Bool {
        if case .theater = event { true } else { false }
    }

    func render(_ writer: PageWriter, _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let site = writer.site
        let theaters = try reader.theaters(try reader.theaterIDs()).sorted { $0.place < $1.place }
        let pages = theaters.pages(of: site.listSizes.theaters)
        try writer.list(site.url.theaters, pages, template, sink) { theaters, number in
            let auditoriums = try reader.auditoriums(ofTheaters: theaters.map(\.id))
            return (site.theatersContext(page: number), site.theatersPage(pages, auditoriums, page: number))
        }
    }
}

extension RootEntry { static let theaters = RootEntry("theaters", isKeptBriefly: true) }
extension SiteURL { var theaters: String { page(.theaters) } }
extension PageTemplate { static let theaters = PageTemplate("theaters", in: .theaters) }
