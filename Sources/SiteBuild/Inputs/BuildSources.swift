import Catalog
import Files
import Foundation
import SitePages

/// What a build reads, open: whoever builds again and again need not open it each time.
struct BuildSources: Sendable {
    let catalog: Catalog
    let inputs: SiteInputs
    /// Remembers what it has read, from build to build.
    let posters: PosterFolder

    /// - Throws: ``CatalogError``, ``TemplateError``, ``BuildError``.
    init(_ builder: SiteBuilder) throws {
        catalog = try Catalog(readingFrom: builder.catalog)
        inputs = try SiteInputs(
            templates: builder.templates, publicFolder: builder.publicFolder, posters: builder.postersFolder,
            settings: builder.settings)
        if let folder = builder.posters, (try? FileType(following: folder.path)) != .folder {
            throw BuildError("\(folder.relativePath): there is no such folder; name it with --posters")
        }
        posters = PosterFolder(
            builder.postersFolder, rememberedIn: OutputFolder.posterMemory(of: builder.output))
    }

    /// Renders the pages of a site, with these templates, public files and pictures.
    func renderer(of site: Site) -> PageRenderer {
        PageRenderer(
            site: site, templates: inputs.templates, publicFiles: inputs.publicFolder.publicFiles,
            readPoster: posters.read)
    }
}
