import Catalog

/// A kind that has a page for each of many rows.
protocol RowPagesKind: PageKind {
    /// How many pages one core renders in one go.
    static var jobSize: Int { get }

    /// The pages that there are, in the order in which they are rendered.
    static func ids(_ reader: ProgrammeReader) throws -> [ID]

    /// - Parameter ids: of some of them a page may be no more; where its address is known by the id, it is taken away.
    func render(_ ids: [ID], _ writer: PageWriter, _ reader: ProgrammeReader, _ sink: any FileSink) throws
}

extension RowPagesKind {
    func jobs(
        for pages: SelectedPages<ID>, _ writer: PageWriter, _ reader: ProgrammeReader
    ) throws -> [RenderJob] {
        try pages.ids { try Self.ids(reader) }.pieces(of: Self.jobSize).map { ids in
            RenderJob(pages: ids.count) { try render(Array(ids), writer, $0, $1) }
        }
    }
}

/// A kind whose pages are named by the slugs of rows.
protocol SlugPagesKind: RowPagesKind where ID == Int64 {
    static var rows: Slugged { get }

    /// - Returns: `nil` if none of its pages, nor what belongs to one, has such a path.
    static func slug(in path: SitePath) -> String?
}

extension SlugPagesKind {
    static var slugs: Slugged? { rows }

    static func page(at path: SitePath, _ reader: ProgrammeReader) throws -> Int64? {
        try slug(in: path).flatMap { try reader.id(of: rows, $0) }
    }
}
