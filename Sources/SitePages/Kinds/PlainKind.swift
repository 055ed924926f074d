import Catalog
import Templating
import Words

/// The pages and files that say the same whatever is on.
struct PlainKind: SinglePageKind {
    static let name = "plain"
    static let rootEntries: [RootEntry] = [.checkout, .tickets, .notFound, .headers]
    static let templates: [PageTemplate] = [.checkout, .tickets, .notFound]
    static let pageCount = 3

    private let checkout: FramedTemplate<Frame, PlainPage>
    private let tickets: FramedTemplate<Frame, PlainPage>
    private let notFound: FramedTemplate<Frame, PlainPage>

    init(_ templates: KindTemplates) throws {
        checkout = try templates.bind(.checkout)
        tickets = try templates.bind(.tickets)
        notFound = try templates.bind(.notFound)
    }

    static func isPage(at path: SitePath) -> Bool {
        let files = [RootEntry.notFound.name, HeadersFile.name] + DefaultFile.allCases.map(\.rawValue)
        return path.isIn(.checkout) || path.isIn(.tickets) || files.contains(where: path.isFile)
    }

    static func isAffected(by event: CatalogEvent) -> Bool { false }

    func render(_ writer: PageWriter, _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let site = writer.site
        try writer.page(site.url.checkout, checkout, site.checkoutContext(), PlainPage(), sink)
        try writer.page(site.url.tickets, tickets, site.ticketsContext(), PlainPage(), sink)
        try writer.page(site.url.notFound, notFound, site.notFoundContext(), PlainPage(), sink)
        try sink.write(Array(HeadersFile(site.headers, root: site.url.root).text.utf8), to: HeadersFile.name)
        for file in DefaultFile.allCases where !writer.publicFiles.has(file.rawValue) {
            try sink.write(file.contents(site, writer.publicFiles), to: file.rawValue)
        }
    }
}

extension RootEntry {
    static let checkout = RootEntry("checkout")
    static let tickets = RootEntry("tickets")
    static let notFound = RootEntry("404.html")
    static let headers = RootEntry("_headers")
}

extension SiteURL {
    var checkout: String { page(.checkout) }
    var tickets: String { page(.tickets) }
    var notFound: String { address(.notFound) }
    var manifest: String { "\(root)/\(DefaultFile.manifest.rawValue)" }
}

extension PageTemplate {
    static let checkout = PageTemplate("checkout", in: .tickets)
    static let tickets = PageTemplate("tickets", in: .tickets)
    static let notFound = PageTemplate("not-found", in: nil)
}

/// A page that says the same whatever is on.
struct PlainPage: TemplateModel {
    static let meaning = "A page that says the same whatever is on."
    static let fields = Fields<PlainPage>()
}

extension Site {
    func checkoutContext() -> PageContext {
        PageContext(
            .checkout, title: words.other.checkout.title, description: words.other.checkout.description,
            canonical: url.absolute(url.checkout), isIndexed: false)
    }

    func ticketsContext() -> PageContext {
        PageContext(
            .tickets, title: words.other.tickets.title, description: words.other.tickets.description(context.name),
            canonical: url.absolute(url.tickets), isIndexed: false)
    }

    func notFoundContext() -> PageContext {
        PageContext(
            .notFound, title: words.other.notFound.title, description: words.other.notFound.description,
            canonical: url.absolute(url.notFound), isIndexed: false)
    }
}
