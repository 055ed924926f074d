import Templating

/// A film, and when it is shown.
struct MoviePage: TemplateModel {
    let movie: Movie
    let days: [DayShowings]
    let hasShowings: Bool

    static let fields = Fields<MoviePage>(
        .object("movie", \.movie), .list("days", \.days), .flag("hasShowings", \.hasShowings))
}

struct Movie: TemplateModel {
    let title: String
    /// Empty, like every text that a film may lack.
    let originalTitle: String
    let year: String
    let runtime: String
    let certificate: String
    let synopsis: String
    let poster: Poster?
    let genres: [Link]
    let languages: [String]
    let directors: [Link]
    let cast: [CastMember]

    static let fields = Fields<Movie>(
        .text("title", \.title), .text("originalTitle", \.originalTitle), .text("year", \.year),
        .text("runtime", \.runtime), .text("certificate", \.certificate), .text("synopsis", \.synopsis),
        .object("poster", \.poster), .list("genres", \.genres), .texts("languages", \.languages),
        .list("directors", \.directors), .list("cast", \.cast))
}

struct Poster: TemplateModel {
    let src: String
    let width: String
    let height: String

    static let fields = Fields<Poster>(.text("src", \.src), .text("width", \.width), .text("height", \.height))
}

struct CastMember: TemplateModel {
    let person: Link
    let character: String

    static let fields = Fields<CastMember>(
        .text("name", \.person.name), .text("href", \.person.href), .text("character", \.character))
}
