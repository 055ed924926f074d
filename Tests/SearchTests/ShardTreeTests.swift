import Testing
import Text

@testable import Search

@Suite("The files of words")
struct ShardTreeTests {
    private static let words = [
        "love", "loves", "lovely", "man", "mango", "night", "nights", "the", "of", "war", "warsaw", "WALL·E", "Łódź",
        "侍",
    ]
    private static let names = ["Ann Love", "John Smith", "John Wayne", "Mary Smith", "Zoë O'Neil", "王 家衛"]

    /// Films of few words, so that the files of most have to be divided by years, and of some once more.
    private static let films = (0..<900).map { number in
        Film(
            "\(words[number % 14]) \(words[number / 14 % 14]) \(number)", year: 1980 + number / 30,
            people: [names[number % 6], names[number / 6 % 6]])
    }

    @Test("are one as long as all films fit into it")
    func one() {
        let tree = ShardTree([Film("Amélie", people: ["Audrey Tautou"]), Film("Up")], limit: 26_000)
        #expect(tree.description == "")
        #expect(tree.shards.map(\.name) == ["-"])
        #expect(ShardTree([], limit: 100).files == ["-": Array("[]".utf8)])
    }

    @Test("have each film under each of its words, and no file is too big", arguments: [900, 4_000, 30_000])
    func complete(limit: Int) throws {
        let tree = ShardTree(Self.films, limit: limit)
        let files = tree.files.mapValues { String(decoding: $0, as: UTF8.self) }
        #expect(files.values.allSatisfy { $0.utf8.count <= limit })
        let reader = FileReader(tree.description)
        for film in Self.films {
            let record = String(decoding: film.record, as: UTF8.self)
            for word in film.words {
                let named = reader.files(for: word)
                #expect(named.contains { files[$0]?.contains(record) == true }, "\(film.title): \(word)")
            }
        }
    }

    @Test("are read so that a title that is the whole query comes first, and what only names have comes last")
    func order() throws {
        var films = (0..<1_500).flatMap { number in
            [
                Film("Number \(number)", year: 1950 + number % 75, people: ["Someone El"]),
                Film("The El \(number)", year: 1950 + number % 75),
            ]
        }
        films += (0..<400).map { Film("El \($0)", year: 1950 + $0 % 75) }
        let (exact, compound) = (Film("Él", year: 1953), Film("E.L.", year: 1961))
        films += [exact, compound]
        let tree = ShardTree(films, limit: 6_000)
        let contents = tree.files.mapValues { String(decoding: $0, as: UTF8.self) }
        let names = FileReader(tree.description).files(for: "el")
        let files = names.map { contents[$0] ?? "" }
        #expect(files.count > 20)
        for film in [exact, compound] { #expect(files[0].contains(String(decoding: film.record, as: UTF8.self))) }
        func places(_ word: String) -> [Int] { files.indices.filter { files[$0].contains("\"\(word)") } }
        let (begins, inside, named) = (places("El "), places("The El "), places("Number "))
        #expect(try #require(begins.last) <= #require(inside.first))
        #expect(try #require(inside.last) <= #require(named.first))
    }

    @Test("have titles of signs alone, and nothing but letters, digits and hyphens in their names")
    func signs() {
        let films = ["…", "-,", "🎬", "(+)", "?!", "★★★"].map { Film($0, slug: "s-\($0.unicodeScalars.first!.value)") }
        let tree = ShardTree(films + Self.films, limit: 900)
        let reader = FileReader(tree.description)
        for film in films {
            let word = Folding.words(of: film.title)[0]
            let found = reader.files(for: word).contains {
                tree.files[$0].map { String(decoding: $0, as: UTF8.self).contains("\"\(film.title)\"") } ?? false
            }
            #expect(found, "\(film.title)")
        }
        #expect(
            tree.shards.allSatisfy {
                $0.name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
            })
    }

    @Test("are all named by the tree, and their names are safe in an address")
    func names() {
        let tree = ShardTree(Self.films, limit: 900)
        let names = tree.shards.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.contains("_4f8d_") || names.contains { $0.hasPrefix("_4f8d_") })
        for name in names {
            #expect(name.wholeMatch(of: /[a-z0-9_-]+/) != nil, "\(name)")
        }
    }

    @Test("have what punctuation divides as one word too")
    func compounds() {
        let reader = FileReader(ShardTree(Self.films, limit: 900).description)
        for word in ["walle", "oneil", "wall"] { #expect(!reader.files(for: word).isEmpty, "\(word)") }
        #expect(reader.files(for: "zzz").isEmpty)
        #expect(reader.files(for: "qu").isEmpty)
    }

    @Test("bring neighbours together that are each in too many films to look through")
    func neighbours() throws {
        let tree = ShardTree(Self.films, limit: 4_000)
        let named = FileReader(tree.description).files(for: "john+smith")
        #expect(!named.isEmpty)
        let files = tree.files
        let found = try named.map { String(decoding: try #require(files[$0]), as: UTF8.self) }.joined()
        for film in Self.films where film.people.contains("John Smith") {
            #expect(found.contains("\"\(film.slug)\""), "\(film.slug)")
        }
    }

    @Test("stay as they are when a film changes that has none of their words")
    func stability() {
        let before = ShardTree(Self.films, limit: 4_000).files
        var films = Self.films
        films[400].title = "Mango Nights 400"
        let after = ShardTree(films, limit: 4_000).files
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        let words = Self.films[400].words.union(films[400].words)
        #expect(!changed.isEmpty)
        // All of these words are common, so each two that are side by side have a file as well.
        #expect(changed.count <= words.count + Self.films[400].neighbours + 2, "\(changed.sorted())")
    }

    @Test("hold a title of 5,000 signs, and a film that has no word at all")
    func extremes() {
        let films = [
            Film(String(repeating: "x", count: 5_000), slug: "x"), Film("🎬", slug: "film-1"),
            Film(String(repeating: "a-", count: 2_500), slug: "a"), Film("Up", slug: "up"),
        ]
        let tree = ShardTree(films, limit: 600)
        let reader = FileReader(tree.description)
        #expect(reader.files(for: String(repeating: "x", count: 5_000)).count == 1)
        #expect(tree.shards.allSatisfy { $0.name.utf8.count < 200 })
    }
}
