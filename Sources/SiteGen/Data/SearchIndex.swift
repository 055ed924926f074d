import Catalog
import Spelling

/// The index that the search page looks films up in, cut into one shard for each beginning of a word.
struct SearchIndex {
    /// Articles and the like would put half of all films into one shard; they still count within an entry.
    private static let unindexed: Set<String> = ["the", "a", "an", "of", "and", "in", "to"]
    private static let prefixLength = 2

    /// What is shown of each film, as JSON.
    private var entries: [[UInt8]] = []
    /// For each prefix, its films in the order in which they were added.
    private var shards: [String: [Int]] = [:]

    mutating func add(_ movie: Movie, _ credits: MovieCredits) {
        let people = credits.directors.map(\.name) + credits.cast.map(\.person.name)
        let words = ([movie.title, movie.originalTitle] + people).flatMap(Folding.words)
        let telling = words.filter { !Self.unindexed.contains($0) }
        for prefix in Set((telling.isEmpty ? words : telling).map { String($0.prefix(Self.prefixLength)) }) {
            shards[prefix, default: []].append(entries.count)
        }
        var entry = JSONWriter()
        entry.array { json in
            json.string(movie.slug)
            json.string(movie.title)
            json.number(movie.year)
            json.string(words.joined(separator: " "))
        }
        entries.append(entry.bytes)
    }

    /// The name of each file below `/data/search/`, and its bytes: the films of each prefix, and `index.json`, which
    /// tells them.
    func files() -> [(name: String, bytes: [UInt8])] {
        let prefixes = shards.keys.sorted()
        let index = JSONWriter.object { json in
            json.member("prefixes") { json in
                json.object { json in
                    for prefix in prefixes { json.member(named: prefix, Self.fileName(prefix)) }
                }
            }
        }
        return [("index.json", index)]
            + prefixes.map { prefix in
                let films = shards[prefix, default: []].map { entries[$0] }.joined(separator: [UInt8(ascii: ",")])
                return (Self.fileName(prefix), [UInt8(ascii: "[")] + films + [UInt8(ascii: "]")])
            }
    }

    /// A file's name has ASCII letters and digits only, whatever the script of the prefix.
    private static func fileName(_ prefix: String) -> String {
        let isPlain = prefix.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
        let codes = prefix.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "-")
        return (isPlain ? prefix : "u-" + codes) + ".json"
    }
}
