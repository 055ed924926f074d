package import Catalog

/// Renders the pages of a site, kind by kind: each reads what it shows, and nothing else is in memory.
package struct PageRenderer: Sendable {
    private let templates: SiteTemplates
    private let writer: PageWriter

    /// - Parameter readPoster: reads a picture that a film names.
    package init(
        site: Site, templates: SiteTemplates, publicFiles: PublicFiles, readPoster: @escaping PosterReader
    ) {
        self.init(PageWriter(site: site, publicFiles: publicFiles, readPoster: readPoster), templates)
    }

    init(_ writer: PageWriter, _ templates: SiteTemplates) {
        self.writer = writer
        self.templates = templates
    }

    /// Those that take long and cannot be cut up come first, so that no core waits for them in the end.
    package func jobs(for selection: PageSelection, _ reader: ProgrammeReader) throws -> [RenderJob] {
        let pages = try templates.kinds.flatMap { try jobs(of: $0, selection, reader) }
        let removals = selection.departed.flatMap { slug in templates.kinds.compactMap { removal(of: slug, $0) } }
        return pages.filter(\.isLong) + pages.filter { !$0.isLong } + removals
    }

    private func jobs<Kind: PageKind>(
        of kind: Kind, _ selection: PageSelection, _ reader: ProgrammeReader
    ) throws -> [RenderJob] {
        let pages = selection.pages(of: Kind.self)
        return pages.isEmpty ? [] : try kind.jobs(for: pages, writer, reader)
    }

    /// - Returns: `nil` if the kind has no page of that slug.
    private func removal<Kind: PageKind>(of departed: DepartedSlug, _ kind: Kind) -> RenderJob? {
        guard Kind.slugs == departed.kind else { return nil }
        return RenderJob(pages: 0) { reader, sink in
            guard try reader.id(of: departed.kind, departed.slug) == nil else { return }
            try kind.remove(departed.slug, writer, sink)
        }
    }
}
