import Catalog
import Search

extension SiteChapters {
    func searchJob(_ pages: PageSelection.Pages) -> RenderJob {
        let hasWords = pages.isWhole || pages.keys.contains(.search)
        return RenderJob(pages: 1, isLong: true) { try renderSearch(withWords: hasWords, $0, $1) }
    }

    /// The page tells its script which files there are, so both are made of one reading.
    ///
    /// - Parameter hasWords: whether the films' words may differ too, and not only what is on.
    private func renderSearch(withWords hasWords: Bool, _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let files = try SearchFiles(reader)
        if hasWords {
            for shard in files.wordFiles.shards {
                try sink.write(files.wordFiles.bytes(of: shard), to: "\(SearchFiles.words)/\(shard.name).json")
            }
            try sink.keepOnly(Set(files.wordFiles.shards.map { "\($0.name).json" }), in: SearchFiles.words)
        }
        for shard in files.showingFiles.shards {
            try sink.write(shard.bytes, to: "\(SearchFiles.showings)/\(shard.boundary).json")
        }
        try sink.keepOnly(Set(files.showingFiles.shards.map { "\($0.boundary).json" }), in: SearchFiles.showings)
        try page(
            site.url.search, templates.search, site.searchContext(), site.searchPage(files, try reader.genres()), sink)
    }
}
