import Catalog
import Pictures
import Posters

extension Site {
    /// The picture of a film: the one that the catalog names, else a drawn one.
    func poster(of movie: Movie, isFirst: Bool = false) -> PosterPart {
        if let poster = movie.poster, let file = posters.files[poster.location] {
            return PosterPart(
                src: "\(url.root)/\(file.path)", width: String(file.size?.width ?? poster.width ?? DrawnPoster.width),
                height: String(file.size?.height ?? poster.height ?? DrawnPoster.height), isDrawn: false,
                isFirst: isFirst)
        }
        return PosterPart(
            src: "\(url.root)/\(PosterFile.drawn(movie.slug, subject(of: movie).tag))",
            width: String(DrawnPoster.width), height: String(DrawnPoster.height), isDrawn: true, isFirst: isFirst)
    }

    /// What a poster of a film is drawn from; `nil` if the film has a picture of its own.
    func drawnPoster(of movie: Movie) -> PosterSubject? {
        guard movie.poster.flatMap({ posters.files[$0.location] }) == nil else { return nil }
        return subject(of: movie)
    }

    private func subject(of movie: Movie) -> PosterSubject {
        PosterSubject(title: movie.title, year: movie.year, genre: movie.genres.first?.name ?? "")
    }
}
