import Catalog

/// What a build reads, open: whoever builds again and again need not open it each time.
struct BuildSources: Sendable {
    let catalog: Catalog
    let inputs: SiteInputs

    /// - Throws: ``CatalogError``, ``TemplateError``, ``BuildError``.
    init(_ builder: SiteBuilder) throws {
        catalog = try Catalog(readingFrom: builder.catalog)
        inputs = try SiteInputs(
            templates: builder.templates, publicFolder: builder.publicFolder, settings: builder.settings,
            posters: PosterFolder(
                builder.postersFolder, rememberedIn: OutputFolder.posterMemory(of: builder.output)))
    }
}
