import Catalog
import Search
import Templating
import Words

/// The form of the search. What its script must know of the files is written into it, so that a query need not ask
/// first.
struct SearchPage: TemplateModel {
    let genres: [SearchedGenre]
    let formats: [Choice]
    let languages: [Choice]
    /// The tree of the files of words.
    let wordFiles: String
    /// The names of the files of showings, with spaces between them.
    let showingFiles: String

    static let meaning = "Where visitors look for films; the script finds them."
    static let fields = Fields<SearchPage>(
        .list("genres", \.genres),
        .list("formats", \.formats),
        .list("languages", \.languages),
        .text("wordFiles", \.wordFiles),
        .text("showingFiles", \.showingFiles)
    )
}

/// A genre to choose.
struct SearchedGenre: TemplateModel {
    let name: String
    let href: String
    let slug: String
    /// What the search's files name it by.
    let id: String

    static let fields = Fields<SearchedGenre>(
        .text("name", \.name),
        .text("href", \.href),
        .text("slug", \.slug),
        .text("id", \.id)
    )
}

/// One of several values to choose from.
struct Choice: TemplateModel {
    let value: String
    let name: String

    static let fields = Fields<Choice>(
        .text("value", \.value),
        .text("name", \.name)
    )
}

extension Site {
    func searchPage(_ files: SearchFiles, _ genres: [Genre]) -> SearchPage {
        SearchPage(
            genres: genres.map {
                SearchedGenre(name: $0.name, href: url.genre($0.slug), slug: $0.slug, id: String($0.id))
            },
            formats: files.formats.map { Choice(value: $0, name: $0) },
            languages: files.languages.map { Choice(value: $0, name: language($0)) }
                .sorted { ($0.name, $0.value) < ($1.name, $1.value) },
            wordFiles: files.wordFiles.description,
            showingFiles: files.showingFiles.shards.map(\.boundary).joined(separator: " "))
    }

    func searchContext() -> PageContext {
        PageContext(
            .search, title: words.other.search.title, description: words.other.search.description(context.name),
            canonical: url.absolute(url.search))
    }
}
