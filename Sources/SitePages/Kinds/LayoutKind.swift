import Catalog

/// The plans of rooms, for the page of a showing and for programs.
struct LayoutKind: RowPagesKind {
    static let name = "layout"
    static let rootEntries: [RootEntry] = [.data]
    static let jobSize = 32

    init(_ templates: KindTemplates) {}

    static func page(at path: SitePath, _ reader: ProgrammeReader) -> String? { path.data(in: "layouts") }

    static func pages(showing event: CatalogEvent) -> PagesOfKind<String> {
        if case .layout(let id) = event { [id] } else { [] }
    }

    static func ids(_ reader: ProgrammeReader) throws -> [String] { try reader.layoutIDs() }

    func render(_ ids: [String], _ writer: PageWriter, _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let layouts = try reader.layouts(Set(ids))
        for id in ids {
            if let layout = layouts[id] {
                try writer.data("layouts/\(id)", writer.site.layoutData(layout), sink)
            } else {
                try sink.remove("data/layouts/\(id).json")
            }
        }
    }
}

extension SiteURL { func layout(_ id: String) -> String { "\(data)/layouts/\(id).json" } }
