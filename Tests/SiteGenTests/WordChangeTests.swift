import Foundation
import TestSupport
import Testing

@testable import SiteBuild

@Suite("A change of the table of words")
struct WordChangeTests {
    private static func site() throws -> SampleSite {
        var site = try SampleSite.golden()
        let copy = site.folder.url.appending(path: "Templates")
        try FileManager.default.copyItem(at: site.templates, to: copy)
        site.templates = copy
        try site.replacePublicFolder(with: Repository.root.appending(path: "Public"))
        return site
    }

    private static let table = "Templates/words/en.yaml"

    /// Builds, changes a text of the table, and builds again.
    private static func change(_ old: String, to new: String, in site: SampleSite) async throws -> BuildSummary {
        try await site.build()
        let table = try site.folder.read(table)
        #expect(table.contains(old))
        try site.folder.write(table.replacing(old, with: new), to: Self.table)
        return try await site.build()
    }

    @Test("renders the pages whose templates say the word, and no others")
    func template() async throws {
        let site = try Self.site()
        let summary = try await Self.change("Cast and crew", to: "Who made it", in: site)
        #expect(summary.causes == ["the word 'movie.people' was changed"])
        let changed = try site.folder.contents(of: "dist").filter {
            String(decoding: $0.value, as: UTF8.self).contains("Who made it")
        }
        #expect(changed.count == summary.counts.written)
        #expect(changed.keys.allSatisfy { $0.hasPrefix("movies/") })
        #expect(try await site.builder().verify().faults.isEmpty)
    }

    @Test("renders everything if pages say the word without their templates")
    func swift() async throws {
        let site = try Self.site()
        let summary = try await Self.change("today: Today", to: "today: Tonight", in: site)
        #expect(summary.causes == ["words that pages say without their templates were changed"])
        #expect(try site.folder.read("dist/index.html").contains("Tonight"))
        #expect(try await site.builder().verify().faults.isEmpty)
    }

    @Test("gives assets another address if scripts say the word")
    func script() async throws {
        let site = try Self.site()
        let summary = try await Self.change("Your seats are paid.", to: "All paid.", in: site)
        #expect(summary.causes == ["an asset was changed, and so the address of all"])
        let scripts = try site.folder.contents(of: "dist").filter {
            String(decoding: $0.value, as: UTF8.self).contains("All paid.")
        }
        #expect(
            scripts.keys.map { $0.split(separator: "/").dropFirst(2).joined(separator: "/") }.sorted() == [
                "seats/page.js", "words-table.js",
            ])
        #expect(try await site.builder().verify().faults.isEmpty)
    }

    @Test("that leaves no table, or one that does not fit, leaves the old site as it was, and says what is wrong")
    func faults() async throws {
        let site = try Self.site()
        try await site.build()
        let before = try site.folder.contents(of: "dist")
        let table = try site.folder.read(Self.table)
        for (text, sentence) in [
            (table.replacing("Cast and crew", with: "\"{players}\""), "nothing here is called 'players'"),
            (table.replacing("  people: Cast and crew\n", with: ""), "there is no word 'movie.people'"),
            (table + "own: Ours\n", "nothing says the word 'own'"),
            (
                table.replacing("Your seats are paid.\n", with: "Paid.\n    payd: Paid.\n"),
                "nothing says the word 'seats.hold.payd'; do you mean 'seats.hold.paid'?"
            ),
        ] {
            try site.folder.write(text, to: Self.table)
            let error = try await #require(throws: (any Error).self) { try await site.build() }
            #expect("\(error)".contains(sentence), "\(error)")
        }
        try FileManager.default.removeItem(at: site.folder.url.appending(path: Self.table))
        let error = try await #require(throws: (any Error).self) { try await site.build() }
        #expect(
            "\(error)".hasSuffix(
                "Templates/words/en.yaml:1:1: there is no table of words; take it from the templates that this version came with"
            ))
        #expect(try site.folder.contents(of: "dist") == before)
    }
}
