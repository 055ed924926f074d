import Catalog
import Search

/// The files that the search page reads: the films of each beginning of a word, and what is on.
struct SearchFiles {
    static let words = "data/search/words"
    static let showings = "data/search/showings"

    /// In bytes; less than half of it is sent, for the files are compressed. Two files make a query.
    private static let limit = 26_000

    let wordFiles: ShardTree
    let showingFiles: OrderedShards
    let formats: [String]
    /// BCP 47 codes.
    let languages: [String]

    init(_ reader: ProgrammeReader) throws {
        var index = WordIndex()
        try reader.eachSearchedMovie { movie in
            index.add(
                SearchRecords.record(movie), slug: movie.slug, year: movie.year,
                titles: [movie.title, movie.originalTitle], names: movie.people)
        }
        wordFiles = ShardTree(index, limit: Self.limit)
        let movies = try reader.whatIsOn()
        showingFiles = OrderedShards(movies.map { ($0.slug, SearchRecords.record($0)) }, limit: Self.limit)
        let versions = movies.flatMap(\.versions)
        formats = Set(versions.map(\.format)).subtracting([""]).sorted()
        languages = Set(versions.map(\.language)).subtracting([""]).sorted()
    }
}
