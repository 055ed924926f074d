import Catalog

/// A kind that is rendered as one: a page, a list, some files that are made of the same rows.
protocol SinglePageKind: PageKind where ID == OnePage {
    /// As how many pages it counts when a build tells how far it has come.
    static var pageCount: Int { get }
    /// Whether it lists so much that nobody waits for it.
    static var isPatient: Bool { get }

    static func isPage(at path: SitePath) -> Bool
    static func isAffected(by event: CatalogEvent) -> Bool

    func render(_ writer: PageWriter, _ reader: ProgrammeReader, _ sink: any FileSink) throws
}

/// The one page of a kind that has no more.
enum OnePage: String, PageID {
    case it = ""

    init?(_ description: String) { self.init(rawValue: description) }

    var description: String { rawValue }

    static func < (left: OnePage, right: OnePage) -> Bool { false }
}

extension SinglePageKind {
    static var pageCount: Int { 0 }
    static var isPatient: Bool { false }
    static var patient: [OnePage] { isPatient ? [.it] : [] }

    static func text(of id: OnePage) -> String { name }

    static func page(at path: SitePath, _ reader: ProgrammeReader) -> OnePage? { isPage(at: path) ? .it : nil }

    static func pages(showing event: CatalogEvent) -> PagesOfKind<OnePage> { isAffected(by: event) ? [.it] : [] }

    func jobs(for pages: SelectedPages<OnePage>, _ writer: PageWriter, _ reader: ProgrammeReader) -> [RenderJob] {
        [RenderJob(pages: Self.pageCount, isLong: Self.isPatient) { try render(writer, $0, $1) }]
    }
}
