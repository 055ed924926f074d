import Cinema

/// A movie as a file describes it.
struct MovieRecord: Sendable {
    struct Credit: Sendable {
        let name: String
        let character: String
    }

    /// What tells this movie from all others of its source, whatever becomes of its title.
    let key: String
    let title: String
    let originalTitle: String
    let year: Int?
    let releaseDate: CivilDate?
    let runtime: Int?
    let certificate: String
    let synopsis: String
    let poster: String
    let posterSize: (width: Int, height: Int)?
    let trailer: String
    let languages: [String]
    let genres: [String]
    let cast: [Credit]
    let directors: [Credit]
    let writers: [Credit]
    let position: Position

    static let fieldNames: Set<String> = [
        "id", "title", "originalTitle", "year", "releaseDate", "runtime", "certificate", "synopsis", "poster",
        "posterWidth", "posterHeight", "trailer", "languages", "genres", "cast", "directors", "writers",
    ]

    init?(_ value: SourceValue, log: ProblemLog) {
        guard var fields = FieldReader(value, "a movie", log: log) else { return nil }
        let title = fields.required("title")
        let year = fields.integer("year", in: Year.plausible)
        let id = fields.id()
        originalTitle = fields.text("originalTitle") ?? ""
        self.year = year
        releaseDate = fields.date("releaseDate")
        runtime = fields.integer("runtime", in: 1...1440)
        certificate = fields.text("certificate") ?? ""
        synopsis = fields.paragraphs("synopsis") ?? ""
        poster = Self.poster(&fields)
        let width = fields.integer("posterWidth", in: 1...20_000)
        let height = fields.integer("posterHeight", in: 1...20_000)
        posterSize = fields.both(width, "posterWidth", height, "posterHeight").map { (width: $0, height: $1) }
        trailer = fields.link("trailer") ?? ""
        languages = fields.languages("languages")
        genres = fields.texts("genres").withoutRepeats()
        cast = Self.credits(&fields, "cast", log)
        directors = Self.credits(&fields, "directors", log)
        writers = Self.credits(&fields, "writers", log)
        position = value.position
        fields.noteUnknownFields()
        guard let title else { return nil }
        self.title = title.text
        key = id?.text ?? (year.map { "\(title.text) (\($0))" } ?? title.text).asKey
    }

    private static func poster(_ fields: inout FieldReader) -> String {
        guard let path = fields.located("poster") else { return "" }
        let isBelowPublic =
            !path.text.hasPrefix("/") && !path.text.contains(":")
            && !path.text.split(separator: "/").contains("..")
        if !isBelowPublic {
            fields.note(
                "'poster' must be a file below the Public folder, such as posters/up.jpg, not '\(path.text)'",
                at: path.position)
        }
        return path.text
    }

    /// People by name alone, or as `{name: …, character: …}`.
    private static func credits(_ fields: inout FieldReader, _ key: String, _ log: ProblemLog) -> [Credit] {
        fields.items(key).compactMap { item in
            guard case .mapping = item.content else {
                return fields.line(item, key).map { Credit(name: $0.text, character: "") }
            }
            guard var person = FieldReader(item, "a person", log: log) else { return nil }
            let name = person.required("name")
            let character = person.text("character") ?? ""
            person.noteUnknownFields()
            return name.map { Credit(name: $0.text, character: character) }
        }
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, where it first stood.
    func withoutRepeats() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
