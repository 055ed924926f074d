import Words

/// What the pages of films and genres say of themselves.
struct MovieWords: Sendable {
    let description: Phrase<(String, String, String)>
    let titleAndYear: Phrase<(String, String)>
    let titleAndYearAgain: Phrase<(String, String, String)>
    let titleAlone: Phrase<String>
    let titleAgain: Phrase<(String, String)>
    let dayTitle: Phrase<(String, String)>
    let dayDescription: Phrase<(String, String, String)>
    let listTitle: String
    let listDescription: Phrase<String>
    let genreTitle: Phrase<String>
    let genreDescription: Phrase<(String, String)>

    init(_ words: inout WordReader) {
        description = words.phrase("movie.description", "movie", "cinema", "synopsis")
        titleAndYear = words.phrase("movie.titleAndYear", "title", "year")
        titleAndYearAgain = words.phrase("movie.titleAndYearAgain", "title", "year", "number")
        titleAlone = words.phrase("movie.titleAlone", "title")
        titleAgain = words.phrase("movie.titleAgain", "title", "number")
        dayTitle = words.phrase("movie.day.title", "movie", "day")
        dayDescription = words.phrase("movie.day.description", "movie", "day", "cinema")
        listTitle = words.text("movie.list.title")
        listDescription = words.phrase("movie.list.description", "cinema")
        genreTitle = words.phrase("genre.title", "genre")
        genreDescription = words.phrase("genre.description", "genre", "cinema")
    }
}

/// What the pages of people say of themselves, and of what someone did for a film.
struct PersonWords: Sendable {
    let title: Phrase<String>
    let description: Phrase<(String, String)>
    let director: String
    let writer: String
    let actor: String
    let asCharacter: Phrase<String>

    init(_ words: inout WordReader) {
        title = words.phrase("person.title", "person")
        description = words.phrase("person.description", "person", "cinema")
        director = words.text("person.director")
        writer = words.text("person.writer")
        actor = words.text("person.actor")
        asCharacter = words.phrase("person.as", "character")
    }
}
