import Catalog
import Syndication
import Templating
import Words

/// `/feed.xml`: the films that came last into the programme and are still to be seen.
struct FeedKind: SinglePageKind {
    static let name = "feed"
    static let rootEntries: [RootEntry] = [.feed]

    /// How many films the feed tells of: who looks once a month misses none, in most houses.
    private static let newFilms = 40
    private static let summaryLimit = 500

    init(_ templates: KindTemplates) {}

    static func isPage(at path: SitePath) -> Bool { path.isFile(RootEntry.feed.name) }

    static func isAffected(by event: CatalogEvent) -> Bool {
        switch event {
        case .movie, .movieOnScreen: true
        default: false
        }
    }

    func render(_ writer: PageWriter, _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let site = writer.site
        let name = site.context.name
        let entries = try reader.newMovies(limit: Self.newFilms).map { movie, revision in
            AtomFeed.Entry(
                title: site.fullTitle(movie), address: site.url.absolute(site.url.movie(movie.slug)),
                published: revision.addedAt, updated: revision.changedAt,
                summary: Wording.excerpt(movie.synopsis, limit: Self.summaryLimit),
                categories: movie.genres.map { .init(term: $0.slug, label: $0.name) })
        }
        let feed = AtomFeed(
            title: site.words.lists.newFilms(name), author: name, language: site.context.language,
            address: site.url.absolute(site.url.feed), home: site.url.absolute(site.url.home), entries: entries)
        try sink.write(feed.file, to: site.url.file(site.url.feed))
    }
}

extension RootEntry { static let feed = RootEntry("feed.xml") }
extension SiteURL { var feed: String { address(.feed) } }
