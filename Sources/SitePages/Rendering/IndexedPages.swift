import Catalog

/// The pages of a kind that search engines may show.
struct IndexedPages: Sendable {
    /// Takes an address, and the time at which what stands there was last changed, in seconds since 1970, if that is
    /// known. Lists have none: what is on them changes with every showing that begins.
    typealias Visitor = (_ address: String, _ changedAt: Int?) throws -> Void

    /// The sitemap that they are in; kinds may share one.
    let sitemap: String
    /// Visits each.
    let each: @Sendable (IndexedProgramme, Visitor) throws -> Void

    /// The sitemap of lists, and of the pages that there are once.
    static let lists = "pages"

    init(in sitemap: String, _ each: @escaping @Sendable (IndexedProgramme, Visitor) throws -> Void) {
        self.sitemap = sitemap
        self.each = each
    }
}

/// What indexed pages are found in.
struct IndexedProgramme {
    let site: Site
    let reader: ProgrammeReader
    /// The last change of any showing ahead, by movie and by theater.
    let showtimeChanges: (movies: [Int64: Int], theaters: [Int64: Int])

    var url: SiteURL { site.url }

    init(_ site: Site, _ reader: ProgrammeReader) throws {
        self.site = site
        self.reader = reader
        showtimeChanges = try reader.showtimeChanges()
    }

    func latest(_ one: Int?, _ other: Int?) -> Int? {
        one.map { max($0, other ?? $0) } ?? other
    }
}
