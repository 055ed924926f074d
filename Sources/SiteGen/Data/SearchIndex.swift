import Catalog
import Spelling

/// The index that the search page looks films up in, cut into one shard for each beginning of a word.
struct SearchIndex: Sendable {
    /// Articles and the like would put half of all films into one shard; they still count within an entry.
    private static let unindexed: Set<String> = ["the", "a", "an", "of", "and", "in", "to"]
    private static let prefixLength = 2

    /// For each prefix, its films in order of title.
    private let shards: [(prefix: String, movies: [Int])]
    private let words: [[String]]

    init(_ site: Site) {
        let programme = site.programme
        words = programme.movies.map { movie in
            let people = movie.directors + movie.cast.map(\.person)
            let texts = [movie.title, movie.originalTitle] + people.map { programme.people[$0].name }
            return texts.flatMap(Folding.words)
        }
        var films: [String: [Int]] = [:]
        for (index, words) in words.enumerated() {
            let telling = words.filter { !Self.unindexed.contains($0) }
            for prefix in Set((telling.isEmpty ? words : telling).map { String($0.prefix(Self.prefixLength)) }) {
                films[prefix, default: []].append(index)
            }
        }
        shards = films.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    var count: Int { shards.count }

    /// `/data/search/index.json`: which file has the films of which prefix.
    func index() -> JSON {
        ["prefixes": .object(shards.map { ($0.prefix, .string(Self.fileName($0.prefix))) })]
    }

    func fileName(_ shard: Int) -> String { Self.fileName(shards[shard].prefix) }

    /// Slug, title, year and all words of each film.
    func shard(_ shard: Int, _ site: Site) -> JSON {
        .array(
            shards[shard].movies.map { index in
                let movie = site.programme.movies[index]
                return .array([
                    .string(movie.slug), .string(movie.title), movie.year.map(JSON.number) ?? .null,
                    .string(words[index].joined(separator: " ")),
                ])
            })
    }

    /// A file's name has ASCII letters and digits only, whatever the script of the prefix.
    private static func fileName(_ prefix: String) -> String {
        let isPlain = prefix.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
        let codes = prefix.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "-")
        return (isPlain ? prefix : "u-" + codes) + ".json"
    }
}
