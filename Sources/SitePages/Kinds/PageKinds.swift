package import Catalog

/// The table of page kinds: every kind of page and file that a site has, public files aside. A new kind is a line here;
/// all else that is to be known of it stands in its own file.
package enum PageKinds {
    /// In the order in which the guide to the templates, the sitemaps and the causes of a build name them.
    static let all: [any PageKind.Type] = [
        HomeKind.self,
        DayListKind.self,
        SearchKind.self,
        MovieListKind.self,
        MovieKind.self,
        TheaterListKind.self,
        TheaterKind.self,
        DayKind.self,
        GenreKind.self,
        PersonKind.self,
        ShowtimeKind.self,
        PlainKind.self,
        NowShowingKind.self,
        LayoutKind.self,
        FeedKind.self,
        SitemapKind.self,
        PostersKind.self,
    ]

    /// Stand in the states that builds leave.
    package static let names = all.map { $0.name }

    static let templates = all.flatMap { $0.templates }

    /// What a site has of its own at its root: with one of these each of its addresses begins, those of assets and
    /// posters aside.
    static let rootEntries = Set(all.flatMap { $0.rootEntries })
    package static let rootNames = Set(rootEntries.map(\.name))

    /// What lists so much that it takes long, and nobody waits for who has just changed one thing.
    package static let patient = all.flatMap { $0.patientKeys }

    /// What has ``DefaultFile``s: they give way to public files.
    package static let defaultFiles = PlainKind.key(.it)

    /// The kinds whose pages show that.
    package static func names(showing content: PageContents) -> [String] {
        all.filter { $0.shows.contains(content) }.map { $0.name }
    }

    /// The pages that show it.
    package static func pages(showing event: CatalogEvent) -> AffectedPages {
        var pages = AffectedPages()
        for kind in all { kind.add(to: &pages, event) }
        return pages
    }

    /// - Returns: `nil` if the site has no such file.
    static func key(of path: SitePath, _ reader: ProgrammeReader) throws -> PageKey? {
        for kind in all {
            if let key = try kind.key(of: path, reader) { return key }
        }
        return nil
    }
}

/// Pages of any kind that may be others.
package struct AffectedPages {
    /// Kinds of which all pages are affected.
    package fileprivate(set) var kinds: [String] = []
    package fileprivate(set) var keys: [PageKey] = []
}

extension PageKind {
    fileprivate static var patientKeys: [PageKey] { patient.map { key($0) } }

    fileprivate static func add(to pages: inout AffectedPages, _ event: CatalogEvent) {
        switch Self.pages(showing: event) {
        case .these(let ids): pages.keys += ids.map { key($0) }
        case .all: pages.kinds.append(name)
        }
    }

    fileprivate static func key(of path: SitePath, _ reader: ProgrammeReader) throws -> PageKey? {
        try page(at: path, reader).map { key($0) }
    }
}
