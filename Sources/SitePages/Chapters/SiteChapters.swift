package import Catalog
import Cinema
import Templating

/// Renders the pages of a site, chapter by chapter: each reads what it shows, and nothing else is in memory.
package struct SiteChapters: Sendable {
    let site: Site
    let templates: SiteTemplates
    let publicFiles: PublicFiles
    let readPoster: PosterReader
    /// Sees the model of each page, if somebody wants to know what there is.
    var samples: PageSamples?

    /// - Parameter readPoster: reads a picture that a film names.
    package init(
        site: Site, templates: SiteTemplates, publicFiles: PublicFiles, readPoster: @escaping PosterReader
    ) {
        self.site = site
        self.templates = templates
        self.publicFiles = publicFiles
        self.readPoster = readPoster
    }

    /// Those that take long and cannot be cut up come first, so that no core waits for them in the end.
    package func jobs(for selection: PageSelection, _ reader: ProgrammeReader) throws -> [RenderJob] {
        let departed = selection.departed.map { slug in
            RenderJob(pages: 0) { try remove(slug, unlessKnownTo: $0, $1) }
        }
        return try Chapter.allCases.flatMap { try jobs(of: $0, selection.pages(of: $0), reader) } + departed
    }

    private func jobs(
        of chapter: Chapter, _ pages: PageSelection.Pages, _ reader: ProgrammeReader
    ) throws -> [RenderJob] {
        guard !pages.isEmpty else { return [] }
        switch chapter {
        case .search: return [searchJob(pages)]
        case .sitemap: return [RenderJob(pages: 0, isLong: true, render: renderSitemaps)]
        case .movieList: return [RenderJob(pages: 0, isLong: true, render: renderMovieList)]
        case .home: return [RenderJob(pages: 1, render: renderHome)]
        case .days: return [RenderJob(pages: 1, render: renderDays)]
        case .theaterList: return [RenderJob(pages: 0, render: renderTheaterList)]
        case .nowShowing: return [RenderJob(pages: 0, render: renderNowShowing)]
        case .posters: return [RenderJob(pages: 0, render: renderPosters)]
        case .feed: return [RenderJob(pages: 0, render: renderFeed)]
        case .plain: return [RenderJob(pages: 3, render: renderPlainPages)]
        case .genre:
            return jobs(try pages.numbers { try reader.genres().map(\.id) }, of: 1, renderGenres)
        case .day:
            return dayJobs(pages)
        case .theater:
            return jobs(try pages.numbers { try reader.theaterIDs() }, of: 2, renderTheaters)
        case .showtime:
            return jobs(try pages.names { try reader.showtimeIDs() }, of: 128, renderShowtimes)
        case .layout:
            return jobs(try pages.names { try reader.layoutIDs() }, of: 32, renderLayouts)
        case .movie:
            return jobs(try pages.numbers { try reader.movieIDs() }, of: 128, renderMovies)
        case .person:
            return jobs(try pages.numbers { try reader.personIDs() }, of: 256, renderPeople)
        }
    }

    private func jobs<ID: Sendable>(
        _ ids: [ID], of size: Int,
        _ render: @escaping @Sendable ([ID], ProgrammeReader, any FileSink) throws -> Void
    ) -> [RenderJob] {
        ids.pieces(of: size).map { ids in
            RenderJob(pages: ids.count) { try render(Array(ids), $0, $1) }
        }
    }

    private func remove(
        _ departed: DepartedSlug, unlessKnownTo reader: ProgrammeReader, _ sink: any FileSink
    ) throws {
        let slug = departed.slug
        guard try reader.id(of: departed.kind, slug) == nil else { return }
        switch departed.kind {
        case .movie:
            try removePage(site.url.movie(slug), sink)
            try endDays([], below: site.url.movie(slug), sink)
            try sink.remove("data/movies/\(slug).json")
            try sink.keepOnly([], in: PosterFile.drawnFolder(slug))
        case .theater:
            try removePage(site.url.theater(slug), sink)
            try endDays([], below: site.url.theater(slug), sink)
            try sink.remove("data/theaters/\(slug).json")
        case .person:
            try sink.remove(site.url.file(site.url.person(slug)))
            try endList(site.url.person(slug), pages: 0, sink)
        case .genre:
            try sink.remove(site.url.file(site.url.genre(slug)))
            try endList(site.url.genre(slug), pages: 0, sink)
        }
    }

    // MARK: Files

    func page<Page: TemplateModel>(
        _ address: String, _ template: FramedTemplate<Frame, Page>, _ context: PageContext, _ model: Page,
        _ sink: any FileSink
    ) throws {
        let frame = Frame(site: site.context, page: context)
        samples?.add(address, frame, model)
        try sink.write(template.render(frame, model), to: site.url.file(address))
    }

    func data(_ name: String, _ bytes: [UInt8], _ sink: any FileSink) throws {
        try sink.write(bytes, to: "data/\(name).json")
    }

    /// Of a list with so many pages, those that it had before it became shorter are gone.
    func endList(_ address: String, pages: Int, _ sink: any FileSink) throws {
        let kept = pages < 2 ? [] : (2...pages).map { String($0) }
        // Something with the slug `page` has its own page there, and days of its own.
        try sink.keepOnly(Set(kept), in: folder(of: address) + "page") { $0.allSatisfy(\.isNumber) }
    }

    /// Of the days that have pages of their own below an address, no others are left.
    func endDays(_ days: [CivilDate], below address: String, _ sink: any FileSink) throws {
        try sink.keepOnly(Set(days.map(\.iso)), in: String(folder(of: address).dropLast())) {
            CivilDate(iso: $0) != nil
        }
    }

    private func folder(of address: String) -> Substring {
        site.url.file(address).dropLast("index.html".count)
    }
}

extension Collection where Index == Int {
    /// The collection in pieces of at most `size`; none if it is empty.
    func pieces(of size: Int) -> [SubSequence] {
        stride(from: startIndex, to: endIndex, by: size).map { self[$0..<Swift.min($0 + size, endIndex)] }
    }
}
