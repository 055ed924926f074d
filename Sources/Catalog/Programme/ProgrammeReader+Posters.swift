import GRDB

/// A film that names a picture.
package struct PosterReference: Sendable {
    package let title: String
    package let slug: String
    package let poster: Poster
}

extension ProgrammeReader {
    /// All films that name a picture, in order of slug.
    package func posters() throws -> [PosterReference] {
        var posters: [PosterReference] = []
        try each("SELECT title, slug, poster, poster_width, poster_height FROM movie WHERE poster <> '' ORDER BY slug")
        {
            posters.append(
                PosterReference(
                    title: $0[0], slug: $0[1], poster: Poster(location: $0[2], width: $0[3], height: $0[4])))
        }
        return posters
    }
}
