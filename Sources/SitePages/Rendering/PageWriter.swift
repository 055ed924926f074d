import Templating

/// Writes the files of a site: what all kinds of pages have in common when they are rendered.
struct PageWriter: Sendable {
    let site: Site
    let publicFiles: PublicFiles
    /// Reads a picture that a film names.
    let readPoster: PosterReader
    /// Sees the model of each page, if somebody wants to know what there is.
    var samples: PageSamples?

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

    // MARK: Lists

    /// A list of so many pages, each made when the one before is written.
    ///
    /// - Parameter page: takes what is on the page, and its number; the first is 1.
    func list<Piece, Page: TemplateModel>(
        _ address: String, _ pieces: [Piece], _ template: FramedTemplate<Frame, Page>, _ sink: any FileSink,
        _ page: (Piece, Int) throws -> (PageContext, Page)
    ) throws {
        for (index, piece) in pieces.enumerated() {
            let number = index + 1
            let (context, model) = try page(piece, number)
            try self.page(SiteURL.page(number, of: address), template, context, model, sink)
        }
        try endList(address, pages: pieces.count, sink)
    }

    /// Takes away a page that may be the first of a list.
    func removeList(_ address: String, _ sink: any FileSink) throws {
        try sink.remove(site.url.file(address))
        try endList(address, pages: 0, sink)
    }

    /// Of a list with so many pages, those that it had before it became shorter are gone.
    private func endList(_ address: String, pages: Int, _ sink: any FileSink) throws {
        let kept = pages < 2 ? [] : (2...pages).map { String($0) }
        // Something with the slug `page` has its own page there, and days of its own.
        try sink.keepOnly(Set(kept), in: folder(of: address) + "page") { $0.allSatisfy(\.isNumber) }
    }

    func folder(of address: String) -> Substring {
        site.url.file(address).dropLast("index.html".count)
    }
}

extension Collection where Index == Int {
    /// The collection in pieces of at most `size`; none if it is empty.
    func pieces(of size: Int) -> [SubSequence] {
        stride(from: startIndex, to: endIndex, by: size).map { self[$0..<Swift.min($0 + size, endIndex)] }
    }

    /// The same for the pages of a list: an empty one has one page too, which says so.
    func pages(of size: Int) -> [SubSequence] {
        isEmpty ? [self[startIndex..<endIndex]] : pieces(of: size)
    }
}
