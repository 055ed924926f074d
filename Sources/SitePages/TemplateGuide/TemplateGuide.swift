package import Catalog
import Foundation
package import Templating
import Words

/// What a designer has to know to change the templates: which page is made with which, and what each can show.
package struct TemplateGuide {
    package struct Page {
        /// Also the name of its template.
        package let kind: String
        /// That of one page of the cinema that it was made for.
        package let address: String
        package let model: ModelDescription
    }

    /// In the order in which the site knows its kinds.
    package let pages: [Page]
    /// What every page has besides its own model.
    package let frame: ModelDescription

    /// Renders a cinema into nothing, with templates that are empty: the models are what counts, and they are told also to
    /// someone whose templates are broken.
    package init(showing reader: ProgrammeReader) throws {
        let samples = PageSamples()
        let words = try SiteWords(.house())
        let publicFiles = PublicFiles(assetsHash: "0123456789abcdef")
        // Some pages exist only where a cinema has more than fits on one: so it is, if little fits.
        for sizes in [ListSizes(), ListSizes(movies: 8, theaters: 2, lines: 2)] {
            let writer = PageWriter(
                site: try Site(
                    reader, try Self.settings(sizes, now: reader.now), words, publicFiles, SiteDays(reader),
                    PosterFiles(), caches: SiteCaches()),
                publicFiles: publicFiles, readPoster: { _, _ in [] }, samples: samples)
            let renderer = PageRenderer(writer, try SiteTemplates(Self.emptyTemplates))
            let sink = NoFiles()
            for job in try renderer.jobs(for: .everything, reader) { try job.render(reader, sink) }
        }
        let kinds = samples.kinds
        pages = PageKinds.templates.map(\.name).compactMap { name in
            kinds[name].map { Page(kind: name, address: $0.address, model: $0.model) }
        }
        frame = samples.frame
    }

    package func page(_ kind: String) throws -> Page {
        guard let page = pages.first(where: { $0.kind == kind }) else {
            throw UnknownPage(kind: kind, known: pages.map(\.kind))
        }
        return page
    }

    private static func settings(_ sizes: ListSizes, now: Date) throws -> SiteSettings {
        SiteSettings(
            url: try SiteURL(base: "https://cinema.example"), api: try SiteURL(base: "https://booking.cinema.example"),
            now: now, listSizes: sizes)
    }

    private static var emptyTemplates: TemplateLibrary {
        get throws {
            try TemplateLibrary(texts: Dictionary(uniqueKeysWithValues: PageKinds.templates.map { ($0.name, "") }))
        }
    }
}

/// Somebody asked for a kind of page that there is not.
private struct UnknownPage: Error, CustomStringConvertible {
    let kind: String
    let known: [String]

    var description: String { "there is no page '\(kind)'; the pages are \(known.joined(separator: ", "))" }
}

/// Pages are rendered for what is seen on the way.
private final class NoFiles: FileSink {
    func write(_ bytes: [UInt8], to path: String) -> Bool { true }
    func keep(_ path: String) -> Bool { true }
    func remove(_ path: String) {}
    func keepOnly(_ names: Set<String>, in folder: String, among isOfSort: (String) -> Bool) {}
}
