import Compression
import TestSupport
import Testing
import Text

@testable import Search

/// The promise at its scale: 25 kB and two files a query, of 36,273 films.
@Suite("The search of all real films", .enabled(if: Repository.sampleData != nil))
struct RealFilmsTests {
    @Test("sends at most 25 kB for any query, and at most 6 kB to tell which files there are")
    func size() throws {
        let films = try Film.all(in: try #require(Repository.sampleData))
        #expect(films.count == 36_273)
        let tree = ShardTree(films, limit: 26_000)
        var gzip = try Gzip()
        let sizes = try tree.shards.map { try gzip.compress(tree.bytes(of: $0)).count }.sorted()
        // A step of a query reads two files, whichever they are.
        #expect(sizes.suffix(2).reduce(0, +) <= 25_000)
        #expect(try gzip.compress(Array(tree.description.utf8)).count <= 6_000)
    }

    @Test("finds a title that is the whole query in the two files of the first step")
    func exactTitles() throws {
        let films = try Film.all(in: try #require(Repository.sampleData))
        let tree = ShardTree(films, limit: 26_000)
        let reader = FileReader(tree.description)
        var numbers: [String: Set<Int32>] = [:]
        for shard in tree.shards { numbers[shard.name] = Set(shard.films) }
        var (late, count) = (0, 0)
        for (number, film) in films.enumerated() {
            let words = Folding.words(of: film.title)
            guard !words.isEmpty else { continue }
            count += 1
            let first = reader.filesToRead(words).prefix(2)
            let isFound = first.contains { numbers[$0]?.contains(Int32(number)) == true }
            if words.count == 1 { #expect(isFound, "\(film.title)") }
            if !isFound { late += 1 }
        }
        #expect(late <= count / 500, "\(late) of \(count)")
    }
}
