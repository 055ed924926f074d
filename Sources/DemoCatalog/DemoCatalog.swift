import Catalog
package import CatalogImport
import Cinema
package import Foundation
import Randomness

/// A catalog to look around in: a small repertory chain, classics, and showtimes around today. Beyond the chain's own
/// theaters and films, more are invented, for trying how Marquee bears large numbers.
package struct DemoCatalog: Sendable {
    private let theaterCount: Int?
    private let movieCount: Int?
    private let days: Int
    private let seed: UInt64
    private let now: Date

    private static let source = "demo"

    /// - Parameters:
    ///   - theaters: `nil` for the chain as it is.
    ///   - movies: `nil` for the repertory as it is.
    ///   - days: of showtimes, from the day before `now` on.
    ///   - seed: equal seeds make equal catalogs.
    package init(theaters: Int? = nil, movies: Int? = nil, days: Int = 15, seed: UInt64 = 1, now: Date) {
        theaterCount = theaters
        movieCount = movies
        self.days = days
        self.seed = seed
        self.now = now
    }

    /// - Throws: ``DemoError`` if the catalog has a programme that is not the demo's; ``CatalogError``.
    package func write(
        to path: String, progress: @escaping (ImportProgress) -> Void = { _ in }
    ) throws -> CatalogImport.Summary {
        let catalog = try Catalog(writingTo: path)
        guard try catalog.sources().isSubset(of: [Self.source]) else { throw DemoError(path: path) }
        let importing = CatalogImport(progress: progress)
        var summary = try importing.run(documents(), into: catalog)
        let schedule = try catalog.read(at: now) { reader in
            try DemoSchedule(reader, days: days, seed: seed)
        }
        let showtimes = try importing.run(
            [document("showtimes.json", schedule.document(source: Self.source))], into: catalog)
        summary.showtimes = showtimes.showtimes
        summary.removedShowtimes = showtimes.removedShowtimes
        return summary
    }

    private func documents() throws -> [SourceFile] {
        var random = SplitMix64(seed: seed)
        let films = DemoDocument(PackageResources.films_yaml, entries: "movies")
        let chain = DemoDocument(PackageResources.chain_yaml, entries: "theaters")
        let inventedMovies = InventedMovies(count: (movieCount ?? 0) - films.count, random: &random)
        let inventedTheaters = InventedTheaters(count: (theaterCount ?? 0) - chain.count, random: &random)
        return [
            try document("chain.yaml", chain.text(keeping: theaterCount, source: Self.source)),
            try document("theaters.json", inventedTheaters.document(source: Self.source)),
            try document("films.yaml", films.text(keeping: movieCount, source: Self.source)),
            try document("movies.json", inventedMovies.document(source: Self.source)),
        ]
    }

    private func document(_ name: String, _ text: String) throws -> SourceFile {
        try SourceFile(path: name, contents: Data(text.utf8))
    }
}

/// The demo does not mix with a real programme.
package struct DemoError: Error, CustomStringConvertible {
    let path: String

    package var description: String {
        "\(path): this catalog has a programme that is not the demo's; name another file with --catalog"
    }
}

/// A document that comes with the program, of which the first entries can be taken alone.
private struct DemoDocument {
    private let head: Substring
    private let items: [Substring]

    init(_ bytes: [UInt8], entries: String) {
        let text = String(decoding: bytes, as: UTF8.self)[...]
        let mark = "\n\(entries):\n"
        let start = text.firstRange(of: mark)?.upperBound ?? text.endIndex
        head = text[..<start]
        let separator = "\n  - id: "
        items = text[start...].dropFirst("  - id: ".count).split(separator: separator)
    }

    var count: Int { items.count }

    func text(keeping number: Int?, source: String) -> String {
        let kept = items.prefix(number ?? items.count).map { "  - id: \($0)\n" }.joined()
        return "source: \(source)\n\(head)\(kept)"
    }
}
