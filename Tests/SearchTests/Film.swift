import Foundation
import Search
import TestSupport
import Testing
import Text

@testable import CatalogImport

/// A film of a test, with about as many bytes of record as a real one.
struct Film {
    var title: String
    var year = 1999
    var people: [String] = []
    var slug: String

    init(_ title: String, year: Int = 1999, people: [String] = [], slug: String? = nil) {
        self.title = title
        self.year = year
        self.people = people
        self.slug = slug ?? Slug.spell(title, ending: String(year))
    }

    var record: [UInt8] {
        let names = people.map { ",\"\($0)\"" }.joined()
        return Array("[\"\(slug)\",\"\(title)\",\(year),[1,2],\"\"\(names)]".utf8)
    }

    /// Those that it can be found by.
    var words: Set<String> {
        Set(([title] + people).flatMap(Folding.words).map { String($0.prefix(WordIndex.longestWord)) })
    }

    /// How many pairs of words are side by side in its texts.
    var neighbours: Int { ([title] + people).reduce(0) { $0 + max(0, Folding.words(of: $1).count - 1) } }

    /// 36,273 real films, of which only titles, years and casts are read.
    static func all(in data: URL) throws -> [Film] {
        let folder = data.appending(path: "movies")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        var films: [Film] = []
        for name in names where name.hasPrefix("movies-") {
            let contents = try Data(contentsOf: folder.appending(path: name))
            let json = name.hasSuffix(".gz") ? Data(try gunzip(contents, limit: 1 << 30)) : contents
            for film in try JSONDecoder().decode([RealFilm].self, from: json) {
                films.append(
                    Film(film.title, year: film.year, people: film.cast, slug: "\(films.count)-of-all-\(film.year)"))
            }
        }
        return films
    }

    private struct RealFilm: Decodable {
        let title: String
        let year: Int
        let cast: [String]
    }
}

extension ShardTree {
    init(_ films: [Film], limit: Int) {
        var index = WordIndex()
        for film in films {
            index.add(film.record, slug: film.slug, year: film.year, titles: [film.title], names: film.people)
        }
        self.init(index, limit: limit)
    }

    var files: [String: [UInt8]] {
        Dictionary(uniqueKeysWithValues: shards.map { ($0.name, bytes(of: $0)) })
    }
}
