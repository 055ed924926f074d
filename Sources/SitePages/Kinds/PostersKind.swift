import Catalog

/// The pictures that films name.
struct PostersKind: SinglePageKind {
    static let name = "posters"
    /// Its folder is no page's, and public files in it are served if a film names them.
    static let rootEntries: [RootEntry] = []
    static let shows: PageContents = .posters

    init(_ templates: KindTemplates) {}

    static func isPage(at path: SitePath) -> Bool { path.parts.count == 2 && path.parts[0] == PosterFile.folder }

    static func isAffected(by event: CatalogEvent) -> Bool {
        if case .movie = event { true } else { false }
    }

    func render(_ writer: PageWriter, _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        var names: Set = [PosterFile.drawn]
        for (location, file) in writer.site.posters.files.sorted(by: { $0.key < $1.key }) {
            // Two films may have the same picture.
            guard names.insert(String(file.path.dropFirst(PosterFile.folder.count + 1))).inserted,
                try !sink.keep(file.path)
            else { continue }
            try sink.write(writer.readPoster(location, file), to: file.path)
        }
        try sink.keepOnly(names, in: PosterFile.folder)
    }
}
