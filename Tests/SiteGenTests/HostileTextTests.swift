import Foundation
import GRDB
import TestSupport
import Testing

@Suite("Hostile text in the catalog")
struct HostileTextTests {
    private static let attack = #"</script><img src=x onerror=alert(1)>\"'`{{title}}{{{site.name}}}&amp;<!--"#

    private static let document = """
        marquee: 1
        name: ATTACK
        currency: EUR
        ticketTypes: [{id: adult, name: ATTACK}]
        priceCategories: [{id: standard, name: ATTACK}]
        priceLists: [{id: all, name: ATTACK, prices: {adult: 10}}]
        theaters:
          - {id: t, name: ATTACK, timeZone: Europe/Paris, street: ATTACK, postalCode: ATTACK, city: ATTACK, region: ATTACK,
             country: ATTACK, phone: ATTACK, description: ATTACK, auditoriums: [{id: one, name: ATTACK, rows: 2, columns: 2}]}
        movies:
          - {id: film, title: ATTACK, originalTitle: ATTACK two, year: 1999, runtime: 90, certificate: ATTACK,
             synopsis: ATTACK, poster: POSTER, languages: [ATTACK], genres: [ATTACK], directors: [ATTACK],
             writers: [ATTACK], cast: [{name: ATTACK, character: ATTACK}]}
        showtimes:
          - {movie: film, theater: t, auditorium: one, starts: 2026-11-21 20:00, format: ATTACK, language: ATTACK, subtitles: ATTACK}
        """

    @Test("means itself in every page and every data file")
    func everyField() async throws {
        let quoted = "'" + Self.attack.replacing("'", with: "''") + "'"
        let document = Self.document.replacing("ATTACK two", with: quoted.dropLast() + " two'").replacing(
            "ATTACK", with: quoted
        ).replacing("POSTER", with: quoted.dropLast() + ".svg'")
        let site = try SampleSite(document: document)
        try site.folder.write(
            "<svg xmlns='http://www.w3.org/2000/svg' width='2' height='3'/>", to: "Public/\(Self.attack).svg")
        try await site.build()
        var pages = 0
        for (path, bytes) in try site.folder.contents(of: "dist") {
            let text = String(decoding: bytes, as: UTF8.self)
            if path.hasSuffix(".html") {
                pages += 1
                #expect(!text.contains("<img src=x"), "\(path) lets an element through")
                #expect(text.matches(of: /<script\b/).count == text.matches(of: /<\/script>/).count, "\(path)")
            }
            if path.hasSuffix(".json") {
                #expect(throws: Never.self, "\(path)") { try JSONSerialization.jsonObject(with: bytes) }
                #expect(!text.contains("</script"), "\(path)")
            }
        }
        #expect(pages > 10)
        let names = try FileManager.default.contentsOfDirectory(atPath: site.folder.path("dist/movies"))
        let slug = try #require(names.first { $0 != "index.html" })
        let movie = try site.folder.read("dist/movies/\(slug)/index.html")
        #expect(
            movie.contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"), "the text itself must still be there")
    }

    @Test("is no address that a page leads to, though an editor wrote it where one belongs")
    func scripts() async throws {
        let site = try SampleSite.golden()
        let catalog = try DatabaseQueue(path: site.folder.path("catalog.sqlite"))
        try await catalog.write { database in
            try database.execute(
                sql: "UPDATE movie SET trailer = ' javascript:alert(1)'; UPDATE theater SET website = 'JavaScript:x//'")
        }
        try await site.build()
        for (path, bytes) in try site.folder.contents(of: "dist") where path.hasSuffix(".html") {
            #expect(!String(decoding: bytes, as: UTF8.self).lowercased().contains("javascript:"), "\(path)")
        }
    }

    @Test(
        "of any kind becomes a page with a safe name",
        arguments: [
            "\u{202E}right to left", "zero\u{200B}width", String(repeating: "very long ", count: 500), "👩‍👩‍👧‍👦",
            "line\\nbreak",
            "../../../etc/passwd", "CON", "page", "a\\0b",
        ])
    func titles(title: String) async throws {
        let site = try SampleSite(document: "marquee: 1\nmovies: [{title: \"\(title)\", year: 2001}]")
        try await site.build()
        let names = try FileManager.default.contentsOfDirectory(atPath: site.folder.path("dist/movies"))
        let slug = try #require(names.first { $0 != "index.html" })
        #expect(slug.utf8.count <= 80)
        #expect(slug.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    }
}
