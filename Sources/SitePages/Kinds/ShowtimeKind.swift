import Catalog
import Cinema
import Templating

/// One showing: where its seats are chosen, and its calendar.
struct ShowtimeKind: RowPagesKind {
    static let name = "showtime"
    static let rootEntries: [RootEntry] = [.showtimes]
    static let templates: [PageTemplate] = [.showtime]
    static let shows: PageContents = .posters
    static let indexed: IndexedPages? = IndexedPages(in: "showtimes") { programme, page in
        try programme.reader.eachShowtimePage { try page(programme.url.showtime($0), $1) }
    }
    static let jobSize = 128

    private let template: FramedTemplate<Frame, ShowtimePage>

    init(_ templates: KindTemplates) throws {
        template = try templates.bind(.showtime)
    }

    static func page(at path: SitePath, _ reader: ProgrammeReader) -> String? {
        path.name(below: .showtimes).flatMap { CivilDate(iso: $0) == nil ? $0 : nil }
    }

    static func pages(showing event: CatalogEvent) -> PagesOfKind<String> {
        if case .showtime(let showtime) = event { [showtime.id] } else { [] }
    }

    static func ids(_ reader: ProgrammeReader) throws -> [String] { try reader.showtimeIDs() }

    func render(_ ids: [String], _ writer: PageWriter, _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let site = writer.site
        let showtimes = try reader.showtimes(ids)
        let rooms = try reader.layouts(Set(showtimes.map(\.auditorium.layout))).mapValues(site.room)
        let revisions = try reader.revisions(ofShowtimes: ids)
        for showtime in showtimes {
            guard let room = rooms[showtime.auditorium.layout] else { continue }
            let address = site.url.showtime(showtime.id)
            try writer.page(
                address, template, site.showtimeContext(showtime), site.showtimePage(showtime, room), sink)
            try sink.write(
                site.calendar([showtime], named: nil, revisions), to: site.url.file(site.url.calendar(of: address)))
        }
        for id in Set(ids).subtracting(showtimes.map(\.id)) {
            try writer.removePage(site.url.showtime(id), sink)
        }
    }
}

extension SiteURL { func showtime(_ id: String) -> String { page(id, in: .showtimes) } }
extension PageTemplate { static let showtime = PageTemplate("showtime", in: .showtimes) }
