import Foundation
import TestSupport
import Testing

@Suite("docs/your-own-cinema.md")
struct OwnCinemaTests {
    @Test("leads from an empty folder to a cinema's own site, word for word")
    func follows() async throws {
        let document = try String(
            contentsOf: Repository.root.appending(path: "docs/your-own-cinema.md"), encoding: .utf8)
        let steps = DocumentSteps(document, skipping: ["Get Marquee"]).steps
        #expect(steps.count > 15)
        let reader = try Reader()
        for step in steps {
            let problem = try reader.follow(step)
            try #require(problem == nil, "\(problem ?? "")")
        }
        let movie = "movies/the-keepers-summer-2026/index.html"
        // 'sitegen watch' does the rest by itself.
        let isShown = try await eventually {
            let page = try reader.read("dist/\(movie)")
            let notFound = try reader.read("dist/404.html")
            return page.contains("20:30") && page.contains("Cancelled")
                && page.contains("width=\"180\"") && notFound.contains("Nothing but fog here")
                && notFound.contains("The Lighthouse Cinema")
        }
        #expect(isShown)
        #expect(try reader.read("dist/showtimes/opening/index.html").contains("20:30"))
        let published = try reader.read("lighthouse-site/\(movie)")
        #expect(published.contains("https://lighthouse.example/movies/the-keepers-summer-2026/"))
        #expect(try style(linkedBy: published, reader).contains("#145a6b"))
        #expect(try reader.leave() == [])
    }

    @Test("is read as it is meant")
    func steps() {
        let document = """
            ## Get it
            ```sh
            never
            ```
            ## Go
            Save this as `a/b.yaml`:

            ```yaml
            x: 1
            ```
            Then `other` and in `c.yaml`:
            ```diff
            -old
            +new
            +newer
            ```
            ```sh
            one
            two
            ```
            ```
            said
            ```
            """
        #expect(
            DocumentSteps(document, skipping: ["Get it"]).steps == [
                .save("x: 1\n", in: "a/b.yaml"), .change("old", to: "new\nnewer", in: "c.yaml"), .type("one\ntwo"),
                .see("said"),
            ])
    }

    private func style(linkedBy page: String, _ reader: Reader) throws -> String {
        let link = try #require(page.firstMatch(of: /href="\/(assets\/[^"]+\/site\.css)"/))
        return try reader.read("lighthouse-site/\(link.output.1)")
    }

    /// Waits for another process, a minute at most.
    private func eventually(_ condition: () throws -> Bool) async throws -> Bool {
        let deadline = ContinuousClock.now + .seconds(300)
        while ContinuousClock.now < deadline {
            if (try? condition()) == true { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
        return try condition()
    }
}
