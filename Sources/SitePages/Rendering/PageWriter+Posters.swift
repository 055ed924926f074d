import Catalog
import Posters

extension PageWriter {
    /// Draws the poster of a film that has none.
    func drawnPoster(of movie: Movie, _ sink: any FileSink) throws {
        let folder = PosterFile.drawnFolder(movie.slug)
        guard let subject = site.drawnPoster(of: movie) else { return try sink.keepOnly([], in: folder) }
        let path = PosterFile.drawn(movie.slug, subject.tag)
        if try !sink.keep(path) { try sink.write(DrawnPoster(subject).svg, to: path) }
        try sink.keepOnly([String(path.dropFirst(folder.count + 1))], in: folder)
    }
}
