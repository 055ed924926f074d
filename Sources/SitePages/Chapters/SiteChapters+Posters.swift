import Catalog
import Posters

extension SiteChapters {
    /// Copies the pictures that films name.
    func renderPosters(_ reader: ProgrammeReader, _ sink: any FileSink) throws {
        var names: Set = [PosterFile.drawn]
        for (location, file) in site.posters.files.sorted(by: { $0.key < $1.key }) {
            // Two films may have the same picture.
            guard names.insert(String(file.path.dropFirst(PosterFile.folder.count + 1))).inserted,
                try !sink.keep(file.path)
            else { continue }
            try sink.write(readPoster(location, file), to: file.path)
        }
        try sink.keepOnly(names, in: PosterFile.folder)
    }

    /// Draws the poster of a film that has none.
    func renderDrawnPoster(of movie: Movie, _ sink: any FileSink) throws {
        let folder = PosterFile.drawnFolder(movie.slug)
        guard let subject = site.drawnPoster(of: movie) else { return try sink.keepOnly([], in: folder) }
        let path = PosterFile.drawn(movie.slug, subject.tag)
        if try !sink.keep(path) { try sink.write(DrawnPoster(subject).svg, to: path) }
        try sink.keepOnly([String(path.dropFirst(folder.count + 1))], in: folder)
    }
}
