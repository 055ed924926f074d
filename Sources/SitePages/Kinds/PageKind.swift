import Catalog

/// One kind of page, or of another file: all that the site, builds and `sitegen why` have to know of it. ``PageKinds``
/// lists them.
///
/// A value is a kind with its templates, bound to the models that they show. Its type answers what needs no template.
protocol PageKind: Sendable {
    /// Tells one page of the kind from another.
    associatedtype ID: PageID = OnePage

    /// Stands in the states that builds leave, and in what `sitegen why` says.
    static var name: String { get }
    /// With which its addresses begin.
    static var rootEntries: [RootEntry] { get }
    /// What its pages are made with.
    static var templates: [PageTemplate] { get }
    /// What its pages show that may change by itself.
    static var shows: PageContents { get }
    /// What takes so long that nobody waits for it who has just changed one thing.
    static var patient: [ID] { get }
    /// Those of its pages that search engines may show; `nil` if there are none. Whatever ``PageContext/isIndexed`` is
    /// true for has to be among them.
    static var indexed: IndexedPages? { get }
    /// The rows by whose slugs its pages are named, if it is rows that name them.
    static var slugs: Slugged? { get }

    /// The page that a file is, or belongs to; `nil` if it is none of this kind.
    static func page(at path: SitePath, _ reader: ProgrammeReader) throws -> ID?
    /// Which of its pages may be others now: more than are, never less.
    static func pages(showing event: CatalogEvent) -> PagesOfKind<ID>
    /// A page as it stands in states, and in what `sitegen why` says.
    static func text(of id: ID) -> String
    /// Whether to render one is to render the other.
    static func renders(_ id: ID, _ other: ID) -> Bool

    /// - Throws: ``TemplateError`` if a template does not fit its model.
    init(_ templates: KindTemplates) throws

    /// What has to be rendered for some of its pages, or for all.
    func jobs(for pages: SelectedPages<ID>, _ writer: PageWriter, _ reader: ProgrammeReader) throws -> [RenderJob]
    /// Takes away the page of a slug that is no more.
    func remove(_ slug: String, _ writer: PageWriter, _ sink: any FileSink) throws
}

extension PageKind {
    static var templates: [PageTemplate] { [] }
    static var shows: PageContents { [] }
    static var patient: [ID] { [] }
    static var indexed: IndexedPages? { nil }
    static var slugs: Slugged? { nil }

    static func text(of id: ID) -> String { "\(name) \(id)" }
    static func renders(_ id: ID, _ other: ID) -> Bool { id == other }
    func remove(_ slug: String, _ writer: PageWriter, _ sink: any FileSink) throws {}

    static func key(_ id: ID) -> PageKey { PageKey(Self.self, id) }
}

/// Names a page among those of its kind: the number or the name of a row, a day, …
protocol PageID: Hashable, Comparable, LosslessStringConvertible, Sendable {}

extension Int64: PageID {}
extension String: PageID {}

/// What pages may show besides the rows that they are made of.
package struct PageContents: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// The days to choose from, and which of them is today.
    package static let days = PageContents(rawValue: 1)
    /// The pictures of films; or the pages are those pictures.
    package static let posters = PageContents(rawValue: 2)
}

/// Some pages of a kind, or all.
enum PagesOfKind<ID: PageID>: ExpressibleByArrayLiteral {
    case these([ID])
    case all

    init(arrayLiteral ids: ID...) { self = .these(ids) }
}
