import Catalog
import Search
import Templating

/// The search: its page, and the files that the page's script reads.
struct SearchKind: PageKind {
    static let name = "search"
    static let rootEntries: [RootEntry] = [.search, .data]
    static let templates: [PageTemplate] = [.search]
    static let patient = SearchPart.allCases
    static let indexed: IndexedPages? = IndexedPages(in: IndexedPages.lists) { programme, page in
        try page(programme.url.search, nil)
    }

    private let template: FramedTemplate<Frame, SearchPage>

    init(_ templates: KindTemplates) throws {
        template = try templates.bind(.search)
    }

    static func page(at path: SitePath, _ reader: ProgrammeReader) -> SearchPart? {
        if path.data(in: "search", "words") != nil { return .everything }
        return path.isIn(.search) || path.data(in: "search", "showings") != nil ? .showtimes : nil
    }

    static func pages(showing event: CatalogEvent) -> PagesOfKind<SearchPart> {
        switch event {
        case .movie, .genre, .person: [.everything]
        case .movieShowings: [.showtimes]
        default: []
        }
    }

    static func text(of id: SearchPart) -> String { id == .everything ? name : "the search's showtimes" }

    static func renders(_ id: SearchPart, _ other: SearchPart) -> Bool { id == .everything || id == other }

    func jobs(for pages: SelectedPages<SearchPart>, _ writer: PageWriter, _ reader: ProgrammeReader) -> [RenderJob] {
        let hasWords = pages.isWhole || pages.some.contains(.everything)
        return [RenderJob(pages: 1, isLong: true) { try render(withWords: hasWords, writer, $0, $1) }]
    }

    /// The page tells its script which files there are, so both are made of one reading.
    ///
    /// - Parameter hasWords: whether the films' words may differ too, and not only what is on.
    private func render(
        withWords hasWords: Bool, _ writer: PageWriter, _ reader: ProgrammeReader, _ sink: any FileSink
    ) throws {
        let site = writer.site
        let files = try SearchFiles(reader)
        if hasWords {
            for shard in files.wordFiles.shards {
                try sink.write(files.wordFiles.bytes(of: shard), to: "\(SearchFiles.words)/\(shard.name).json")
            }
            try sink.keepOnly(Set(files.wordFiles.shards.map { "\($0.name).json" }), in: SearchFiles.words)
        }
        for shard in files.showingFiles.shards {
            try sink.write(shard.bytes, to: "\(SearchFiles.showings)/\(shard.boundary).json")
        }
        try sink.keepOnly(Set(files.showingFiles.shards.map { "\($0.boundary).json" }), in: SearchFiles.showings)
        try writer.page(
            site.url.search, template, site.searchContext(), site.searchPage(files, try reader.genres()), sink)
    }
}

enum SearchPart: String, PageID, CaseIterable {
    case everything
    /// What is known of showtimes, and the page; without the films' words.
    case showtimes

    init?(_ description: String) { self.init(rawValue: description) }

    var description: String { rawValue }

    static func < (left: SearchPart, right: SearchPart) -> Bool { left.rawValue < right.rawValue }
}

extension RootEntry { static let search = RootEntry("search", isKeptBriefly: true) }
extension SiteURL { var search: String { page(.search) } }
extension PageTemplate { static let search = PageTemplate("search", in: .search) }
