import Catalog
import Cinema
import DemoCatalog
import Foundation
import Templating

/// What a designer has to know to change the templates: which page is made with which, and what each can show.
struct TemplateGuide {
    struct Page {
        /// Also the name of its template.
        let kind: String
        /// That of one page of the demo cinema.
        let address: String
        let model: ModelDescription
    }

    /// In the order in which the site knows its kinds.
    let pages: [Page]
    /// What every page has besides its own model.
    let frame: ModelDescription

    /// Renders the demo cinema into nothing, with templates that are empty: the models are what counts, and they are
    /// told also to someone whose templates are broken.
    init() throws {
        let samples = PageSamples()
        let now = try Self.instant
        let folder = FileManager.default.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let catalog = folder.appending(path: "catalog.sqlite").path
        _ = try DemoCatalog(days: 2, now: now).write(to: catalog)
        try Catalog(readingFrom: catalog).read { database in
            let reader = ProgrammeReader(database, now: now)
            // Some pages exist only where a cinema has more than fits on one: so it is, if little fits.
            for sizes in [ListSizes(), ListSizes(movies: 8, theaters: 2, lines: 2)] {
                var chapters = SiteChapters(
                    site: try Site(reader, try Self.settings(sizes), assetsHash: "0123456789abcdef"),
                    templates: try SiteTemplates(Self.emptyTemplates),
                    posters: PosterFolder(folder, rememberedIn: folder.appending(path: "posters.json").path),
                    publicFolder: try PublicFolder(folder))
                chapters.samples = samples
                let sink = DryRun()
                for job in try chapters.jobs(for: .everything(.noState("nothing is written")), reader) {
                    try job.render(reader, sink)
                }
            }
        }
        let kinds = samples.kinds
        pages = PageContext.Kind.allCases.compactMap { kind in
            kinds[kind.rawValue].map { Page(kind: kind.rawValue, address: $0.address, model: $0.model) }
        }
        frame = samples.frame
    }

    func page(_ kind: String) throws -> Page {
        guard let page = pages.first(where: { $0.kind == kind }) else {
            throw BuildError(
                "there is no page '\(kind)'; the pages are \(pages.map(\.kind).joined(separator: ", "))")
        }
        return page
    }

    // MARK: The demo cinema

    private static var instant: Date {
        get throws {
            guard let instant = Date(rfc3339: "2026-11-21T12:00:00Z") else { throw BuildError("this is no instant") }
            return instant
        }
    }

    private static func settings(_ sizes: ListSizes) throws -> SiteSettings {
        SiteSettings(
            url: try SiteURL(base: "https://cinema.example"), api: try SiteURL(base: "https://booking.cinema.example"),
            now: try instant, listSizes: sizes)
    }

    private static var emptyTemplates: TemplateLibrary {
        get throws {
            try TemplateLibrary(
                texts: Dictionary(uniqueKeysWithValues: PageContext.Kind.allCases.map { ($0.rawValue, "") }))
        }
    }
}
