import Foundation
import Templating
import TestSupport
import Testing

private struct Film: TemplateModel {
    static let fields = Fields<Film>(.flag("isNew") { _ in true })
}

@Suite("Tags inside tags")
struct NestingTests {
    /// As docs/templates.md says.
    private static let limit = 64

    private func render(_ templates: [String: String]) throws -> String {
        String(
            decoding: try TemplateLibrary(texts: templates).template("page", Film.self).render(Film()), as: UTF8.self)
    }

    private func failure(_ templates: [String: String]) throws -> String {
        try #require(throws: TemplateError.self) { try render(templates) }.description
    }

    private static func nested(_ opening: String, _ closing: String, _ count: Int, _ inside: String = "x") -> String {
        String(repeating: opening, count: count) + inside + String(repeating: closing, count: count)
    }

    @Test(
        "may stand as deep as a template needs, and are refused with their place beyond that",
        arguments: [
            ("{{#isNew}}", "{{/isNew}}"), ("{{^isNew}}", "{{/isNew}}"), ("{{$block}}", "{{/block}}"),
            ("{{<base}}{{$b}}", "{{/b}}{{/base}}"),
        ], [1, 2, 1_500])
    func inOneTemplate(tags: (opening: String, closing: String), excess: Int) throws {
        let perRound = tags.opening.matches(of: /{{/).count
        let others = ["base": "{{$b}}{{/b}}"]
        func page(_ depth: Int) -> [String: String] {
            others.merging(["page": Self.nested(tags.opening, tags.closing, depth / perRound)]) { _, page in page }
        }
        // A block that is filled stands in its parent, and what fills it in the block.
        #expect(throws: Never.self) { try render(page(Self.limit / perRound)) }
        let column = Self.limit / perRound * tags.opening.count + 1
        let message = try failure(page(Self.limit + excess * perRound))
        #expect(message.hasPrefix("page.mustache:1:\(column): this stands inside 64 other tags, "), "\(message)")
    }

    @Test("count through partials and parents, without end or not")
    func inSeveralTemplates() throws {
        let half = Self.nested("{{#isNew}}", "{{/isNew}}", 40, "{{>part}}")
        let message = try failure(["page": half, "part": Self.nested("{{#isNew}}", "{{/isNew}}", 40)])
        // 40, the partial, and 23 of its own.
        #expect(message.hasPrefix("part.mustache:1:\(23 * 10 + 1): this stands inside 64 other tags, "), "\(message)")

        for link in ["{{>NEXT}}", "{{<NEXT}}{{/NEXT}}", "{{<NEXT}}{{$a}}{{/a}}{{/NEXT}}"] {
            var row = Dictionary(
                uniqueKeysWithValues: (0..<5_000).map { ("p\($0)", link.replacing("NEXT", with: "p\($0 + 1)")) })
            row["p5000"] = "{{$a}}{{/a}}"
            row["page"] = link.replacing("NEXT", with: "p0")
            let message = try failure(row)
            #expect(message.hasPrefix("p63.mustache:1:1: this stands inside 64 other tags, "), "\(message)")
        }
    }

    @Test("may name a parent again inside of a block of it")
    func sameParentInside() throws {
        let page = "{{<box}}{{$a}}one {{<box}}{{$a}}two{{/a}}{{/box}}{{/a}}{{/box}}"
        #expect(try render(["page": page, "box": "({{$a}}{{/a}})"]) == "(one (two))")
    }

    @Test(
        "that lead back to their own template are named with the place and the way",
        arguments: [
            (["page": "{{>a}}\n{{>page}}", "a": "x"], "page.mustache:2:1: 'page' contains itself"),
            (["page": "{{>a}}", "a": "\n {{>a}}"], "a.mustache:2:2: 'a' contains itself"),
            (["page": "{{>a}}", "a": "{{>b}}", "b": " {{>a}}"], "b.mustache:1:2: 'a' contains itself, through 'b'"),
            (
                ["page": "{{<a}}{{/a}}", "a": "{{>b}}", "b": "{{<c}}{{/c}}", "c": "{{>a}}"],
                "c.mustache:1:1: 'a' contains itself, through 'b', 'c'"
            ),
            (
                ["page": "{{<a}}{{$x}}{{>page}}{{/x}}{{/a}}", "a": "{{$x}}{{/x}}"],
                "page.mustache:1:13: 'page' contains itself"
            ),
        ])
    func circles(templates: [String: String], message: String) throws {
        #expect(try failure(templates) == message)
    }
}

@Suite("The bytes of a template")
struct TemplateBytesTests {
    @Test(
        "that are no UTF-8 are named with their place",
        arguments: [
            ([0xE9], "1:1"), (Array("caf".utf8) + [0xE9], "1:4"), (Array("a\nb\r\nété ".utf8) + [0xFF, 0x0A], "3:5"),
            (Array("a\n".utf8) + [0xE2, 0x82], "2:1"), (Array("é\n\n".utf8) + [0xC0, 0x80], "3:1"),
            (Array("x".utf8) + [0xED, 0xA0, 0x80, 0x0A, 0xFF], "1:2"),
        ] as [([UInt8], String)])
    func notUTF8(bytes: [UInt8], place: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "t/other.mustache")
        try Data(bytes).write(to: folder.url.appending(path: "t/page.mustache"))
        let error = try #require(throws: TemplateError.self) {
            try TemplateLibrary(folder: folder.url.appending(path: "t"))
        }
        #expect(
            error.description.hasSuffix("t/page.mustache:\(place): is not UTF-8 text; save it as UTF-8"), "\(error)")
    }
}
