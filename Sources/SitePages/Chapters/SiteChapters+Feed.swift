import Catalog
import Syndication
import Templating

extension SiteChapters {
    /// How many films the feed tells of: who looks once a month misses none, in most houses.
    private static let newFilms = 40
    private static let summaryLimit = 500

    /// `/feed.xml`: the films that came last into the programme and are still to be seen.
    func renderFeed(_ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let name = site.context.name
        let entries = try reader.newMovies(limit: Self.newFilms).map { movie, revision in
            AtomFeed.Entry(
                title: site.fullTitle(movie), address: site.url.absolute(site.url.movie(movie.slug)),
                published: revision.addedAt, updated: revision.changedAt,
                summary: Wording.excerpt(movie.synopsis, limit: Self.summaryLimit),
                categories: movie.genres.map { .init(term: $0.slug, label: $0.name) })
        }
        let feed = AtomFeed(
            title: "New films at \(name)", author: name, language: site.context.language,
            address: site.url.absolute(site.url.feed), home: site.url.absolute(site.url.home), entries: entries)
        try sink.write(feed.file, to: site.url.file(site.url.feed))
    }
}
