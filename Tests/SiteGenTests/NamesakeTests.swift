import Foundation
import SiteCheck
import TestSupport
import Testing

@testable import SiteBuild
@testable import SiteGen
@testable import SitePages

@Suite("Things of one name")
struct NamesakeTests {
    private func titles(_ site: SampleSite, _ folder: String) throws -> [String] {
        let files = try site.folder.contents(of: "dist/\(folder)").filter { $0.key.contains("/index.html") }
        return files.values.compactMap { bytes in
            String(decoding: bytes, as: UTF8.self).firstMatch(of: /og:title" content="([^"]*)"/).map {
                String($0.output.1)
            }
        }
        .sorted()
    }

    @Test("have pages of different titles: films of one title and year")
    func movies() async throws {
        let site = try SampleSite(
            document: """
                marquee: 1
                movies:
                  - {id: a, title: Hamlet, year: 1913}
                  - {id: b, title: Hamlet, year: 1913}
                  - {id: c, title: Hamlet, year: 1913}
                  - {id: d, title: Hamlet}
                  - {id: e, title: Hamlet}
                  - {id: f, title: Apollo 13, year: 1995}
                  - {id: g, title: Catch 22}
                """)
        try await site.build()
        #expect(
            try titles(site, "movies") == [
                "Apollo 13 (1995)", "Catch 22 (film)", "Hamlet (1913)", "Hamlet (1913/II)", "Hamlet (1913/III)",
                "Hamlet (film II)", "Hamlet (film)",
            ])
    }

    @Test("have pages of different titles: theaters of one name, in one city")
    func theaters() async throws {
        let rooms = "auditoriums: [{id: one, name: One, rows: 1, columns: 2}]"
        let site = try SampleSite(
            document: """
                marquee: 1
                theaters:
                  - {id: a, name: Rex, city: Lyon, street: 1 rue A, timeZone: Europe/Paris, \(rooms)}
                  - {id: b, name: Rex, city: Paris, timeZone: Europe/Paris, \(rooms)}
                  - {id: c, name: Rex, city: Lyon, street: 2 rue B, timeZone: Europe/Paris, \(rooms)}
                  - {id: d, name: Rex, city: Lyon, timeZone: Europe/Paris, \(rooms)}
                """)
        try await site.build()
        #expect(
            try titles(site, "theaters") == ["Rex (II), Lyon", "Rex, 2 rue B, Lyon", "Rex, Lyon", "Rex, Paris"])
    }

    @Test("have pages of different titles: showings at one time in two rooms")
    func showtimes() async throws {
        let site = try SampleSite.golden()
        try site.edit(
            """
            INSERT INTO showtime (id, movie_id, auditorium_id, starts_at, ends_at)
            SELECT 'other', movie_id, (SELECT id FROM auditorium WHERE name = 'Salle 2'), starts_at, ends_at
            FROM showtime WHERE id = 'thirdman35'
            """)
        try await site.build()
        let titles = try ["other", "thirdman35"].map { id in
            try site.folder.read("dist/showtimes/\(id)/index.html").firstMatch(of: /og:title" content="([^"]*)"/)?
                .output.1
        }
        #expect(
            titles == [
                "The Third Man: Saturday 21 November 2026, 18:00, The Corner, Lyon, Salle 2",
                "The Third Man: Saturday 21 November 2026, 18:00, The Corner, Lyon, Salle 1",
            ])
    }

    @Test(
        "have pages of different titles, whatever they are: a film, a genre, a person, a theater, a page of the site",
        arguments: ["Ivy", "Films", "Theaters", "Search", "Saturday 21 November 2026"])
    func kinds(name: String) async throws {
        var site = try SampleSite(
            document: """
                marquee: 1
                theaters: [{id: t, name: \(name), timeZone: Europe/Paris}]
                movies: [{id: m, title: \(name), genres: [\(name)], cast: [\(name)], directors: [\(name)]}]
                """)
        site.baseURL = "https://corner.example"
        try site.replacePublicFolder(with: Repository.root.appending(path: "Public"))
        try await site.build()
        let report = try await Inspection(folder: site.folder.path("dist"), profile: .marquee, limit: nil).run()
        #expect(report.lines == [], "\(report.lines.joined(separator: "\n"))")
    }

    @Test("may be films that were given one title later: that is no fault of the site")
    func retitled() async throws {
        let site = try SampleSite(
            document: "marquee: 1\nmovies: [{id: a, title: Foo, year: 1990}, {id: b, title: Bar, year: 1990}]")
        try site.replacePublicFolder(with: Repository.root.appending(path: "Public"))
        try site.edit("UPDATE movie SET title = 'Bar'")
        try await site.build()
        let report = try await Inspection(folder: site.folder.path("dist"), profile: .marquee, limit: nil).run()
        #expect(report.lines == [], "\(report.lines.joined(separator: "\n"))")
    }

    @Test(
        "are numbered as film databases do",
        arguments: [(2, "II"), (4, "IV"), (9, "IX"), (14, "XIV"), (1_999, "MCMXCIX"), (4_000, "4000")])
    func numerals(number: Int, numeral: String) {
        #expect(Wording.roman(number) == numeral)
    }
}
