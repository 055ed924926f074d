import Cinema
import GRDB
import Text

extension CatalogWriter {
    func write(_ movie: MovieRecord, source: String) throws {
        let slug = try slugs.slug(.movie, source: source, key: movie.key, wishes: [movie.slug])
        let id = try upsert(
            into: "movie", key: ["source", "source_key"],
            [
                ("slug", slug), ("source", source), ("source_key", movie.key), ("title", movie.title),
                ("original_title", movie.originalTitle), ("year", movie.year),
                ("release_date", movie.releaseDate?.iso), ("runtime", movie.runtime),
                ("certificate", movie.certificate), ("synopsis", movie.synopsis), ("poster", movie.poster),
                ("poster_width", movie.posterSize?.width), ("poster_height", movie.posterSize?.height),
                ("trailer", movie.trailer),
            ],
            keeping: ["slug"])
        try replaceRows(
            of: "movie_language", where: "movie_id", is: id,
            with: movie.languages.enumerated().map { [id, $0, $1] })
        try replaceRows(
            of: "movie_genre", where: "movie_id", is: id,
            with: movie.genres.enumerated().map { [id, $0, try idOfNamed($1, .genre)] })
        let credits = [("actor", movie.cast), ("director", movie.directors), ("writer", movie.writers)]
        try replaceRows(
            of: "credit", where: "movie_id", is: id,
            with: credits.flatMap { role, credits in
                try credits.enumerated().map { [id, role, $0, try idOfNamed($1.name, .person), $1.character] }
            })
    }

    /// A genre or a person: things that are known by their name alone.
    private func idOfNamed(_ name: String, _ kind: SlugRegistry.Kind) throws -> Int64 {
        if let id = try fetchID("SELECT id FROM \(kind.rawValue) WHERE name = ?", [name]) { return id }
        let slug = try slugs.slug(kind, source: "", key: name, wishes: [Slug.spell(name)])
        try execute("INSERT INTO \(kind.rawValue) (slug, name) VALUES (?, ?)", [slug, name])
        return database.lastInsertedRowID
    }
}

extension MovieRecord {
    /// The year stands in every slug, so that a remake imported first does not take the older film's address.
    fileprivate var slug: String {
        let year = year.map(String.init) ?? ""
        let slug = Slug.spell(title, ending: year)
        return slug == year ? Slug.spell("movie", ending: year) : slug
    }
}
