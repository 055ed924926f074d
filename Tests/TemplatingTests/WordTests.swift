import Testing
import Words

@testable import Templating

@Suite("Words in templates")
struct WordTests {
    private struct Page: TemplateModel {
        struct Site: TemplateModel {
            let name: String

            static let fields = Fields<Site>(.text("name", \.name))
        }

        let site = Site(name: "A & B")
        let time = "20:30"

        static let fields = Fields<Page>(.object("site", \.site), .text("time", \.time))
    }

    private func render(_ template: String) throws -> String {
        let words = try WordTable(
            """
            a:
              plain: Rock & roll
              ends: ends {time} at {site.name}
              lost: lost {nobody}
              count:
                one: "{count} seat"
                other: "{count} seats"
            """, language: "en", file: "words/en.yaml")
        let library = try TemplateLibrary(texts: ["page": template], words: words)
        return String(decoding: try library.template("page", Page.self).render(Page()), as: UTF8.self)
    }

    private func fault(_ template: String) -> String {
        do {
            return "rendered: \(try render(template))"
        } catch {
            return "\(error)"
        }
    }

    @Test("stand as they are in the table, escaped")
    func plain() throws {
        #expect(try render("<p title=\"{{words.a.plain}}\">") == "<p title=\"Rock &amp; roll\">")
    }

    @Test("have places that are filled by what has their name there")
    func names() throws {
        #expect(try render("{{words.a.ends}}.") == "ends 20:30 at A &amp; B.")
        #expect(try render("{{#site}}{{words.a.ends}}{{/site}}") == "ends 20:30 at A &amp; B")
    }

    @Test("have places that a block fills with markup")
    func blocks() throws {
        #expect(
            try render("<p>{{<words.a.ends}}{{$time}}<b>{{time}}</b>{{/time}}{{/words.a.ends}}</p>")
                == "<p>ends <b>20:30</b> at A &amp; B</p>")
    }

    @Test(
        "that are not there, or do not fit, end the build with their place",
        arguments: [
            (
                "\n  {{words.a.plian}}",
                "page.mustache:2:3: there is no word 'a.plian'; do you mean 'a.plain'? in words/en.yaml"
            ),
            (
                "{{words.a.lost}}",
                "page.mustache:1:1: nothing here is called 'nobody' (the place '{nobody}' of the word in words/en.yaml:4)"
            ),
            (
                "{{<words.a.ends}}{{$tim}}x{{/tim}}{{/words.a.ends}}",
                "page.mustache:1:18: 'words.a.ends' has no place '{tim}'; do you mean 'time'?"
            ),
            (
                "{{words.a.count}}",
                "page.mustache:1:1: 'words.a.count' depends on a number, and only programs know numbers"
            ),
            (
                "{{#words.a.plain}}x{{/words.a.plain}}",
                "page.mustache:1:1: 'words.a.plain' is a word and is shown as it is, without a section"
            ),
        ])
    func faults(_ template: String, _ sentence: String) {
        #expect(fault(template) == sentence)
    }

    @Test("are known by their keys, so that a change of one finds its pages")
    func keys() throws {
        let words = try WordTable("a: Here\nb: There", language: "en", file: "words/en.yaml")
        let library = try TemplateLibrary(texts: ["page": "{{> part}}", "part": "{{words.a}}"], words: words)
        #expect(try library.template("page", Page.self).words == ["a"])
    }
}
