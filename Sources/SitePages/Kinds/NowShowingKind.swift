import Catalog

/// What is on, for programs.
struct NowShowingKind: SinglePageKind {
    static let name = "nowShowing"
    static let rootEntries: [RootEntry] = [.data]

    private static let file = "now-showing"

    init(_ templates: KindTemplates) {}

    static func isPage(at path: SitePath) -> Bool { path.data() == file }

    static func isAffected(by event: CatalogEvent) -> Bool {
        switch event {
        case .movie, .movieOnScreen: true
        default: false
        }
    }

    func render(_ writer: PageWriter, _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        try writer.data(Self.file, writer.site.nowShowingData(try reader.nowShowing()), sink)
    }
}
