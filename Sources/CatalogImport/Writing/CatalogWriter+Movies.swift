import Cinema
import GRDB
import Spelling

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
        for table in ["movie_language", "movie_genre", "credit"] {
            try execute("DELETE FROM \(table) WHERE movie_id = ?", [id])
        }
        for (position, language) in movie.languages.enumerated() {
            try execute("INSERT INTO movie_language VALUES (?, ?, ?)", [id, position, language])
        }
        for (position, genre) in movie.genres.enumerated() {
            let genre = try idOfNamed(genre, .genre)
            try execute("INSERT INTO movie_genre VALUES (?, ?, ?)", [id, position, genre])
        }
        try write(movie.cast, "actor", movie: id)
        try write(movie.directors, "director", movie: id)
        try write(movie.writers, "writer", movie: id)
    }

    private func write(_ credits: [MovieRecord.Credit], _ role: String, movie: Int64) throws {
        for (position, credit) in credits.enumerated() {
            let person = try idOfNamed(credit.name, .person)
            try execute(
                "INSERT INTO credit (movie_id, role, position, person_id, character) VALUES (?, ?, ?, ?, ?)",
                [movie, role, position, person, credit.character])
        }
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
