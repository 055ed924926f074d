import SiteCheck
import Testing

@Suite("A link")
struct LinkTests {
    private let site: SampleFolder

    init() throws {
        site = try SampleFolder()
    }

    @Test(
        "that leads nowhere is found, whatever it is for",
        arguments: [
            ("<a href=\"/gone/\">x</a>", 4, "link '/gone/'", "gone/index.html"),
            ("<a href=/gone>x</a>", 4, "link '/gone'", "gone"),
            ("<a href=\"../gone/?a#b\">x</a>", 4, "link '../gone/?a#b'", "gone/index.html"),
            ("<a href=\"https://CORNER.example:443/gone\">x</a>", 4, "link 'https://CORNER.example:443/gone'", "gone"),
            ("<a href=\"//corner.example/gone\">x</a>", 4, "link '//corner.example/gone'", "gone"),
            ("<a href='/a&amp;b%20c'>x</a>", 4, "link '/a&b%20c'", "a&b c"),
            ("<form action=\"/gone\"></form>", 7, "form '/gone'", "gone"),
            ("<img alt='' src=\"/gone.png\">", 13, "picture '/gone.png'", "gone.png"),
            ("<img alt='' srcset='/assets/icon.svg 1x, /b.png 2x'>", 13, "picture '/b.png'", "b.png"),
            ("<picture><source srcset='/b.png'></picture>", 18, "picture '/b.png'", "b.png"),
            ("<iframe src=/gone></iframe>", 9, "frame '/gone'", "gone"),
            ("<object data=/gone></object>", 9, "object '/gone'", "gone"),
            ("<svg><use href='/gone.svg#mark'/></svg>", 11, "picture '/gone.svg#mark'", "gone.svg"),
            ("<script src=/gone.js></script>", 9, "script '/gone.js'", "gone.js"),
            ("<link rel=modulepreload href=/gone.js>", 25, "module '/gone.js'", "gone.js"),
            ("<link rel=stylesheet href=/gone.css>", 22, "style sheet '/gone.css'", "gone.css"),
            ("<link rel=next href=/gone>", 16, "link '/gone'", "gone"),
            ("<meta property=og:image content=/gone.png>", 25, "link '/gone.png'", "gone.png"),
        ])
    func nowhere(_ markup: String, _ column: Int, _ what: String, _ file: String) async throws {
        try site.writePage("movies/index.html", body: "é\n\(markup)")
        let fault = "movies/index.html:15:\(column): the \(what) leads nowhere: there is no file \(file)"
        try await site.expectFaults([fault])
    }

    @Test(
        "is none inside of a comment, a script or a text field, nor to another site, to a mail or to data",
        arguments: [
            "<!-- <a href=/gone> --><!--> <!-- x --!>", "<textarea><a href=/gone></textarea>",
            "<script type=text/template><a href=/gone></script>", "<a href=https://elsewhere.example/gone>x</a>",
            "<a href=\"mailto:a@corner.example\">x</a>", "<img alt='' src='data:image/png;base64,AA'>",
            "<a href=''>x</a>",
            "<a href=\"/movies\">a folder</a>", "<a href='./../movies/./up/'>x</a>", "<a data-href=/gone>x</a>",
            "<a href=\"/movies/up/#top\">x</a>", "a < b <a href=/movies/>x</a>",
        ])
    func fine(_ markup: String) async throws {
        try site.writePage("movies/index.html", body: markup)
        try await site.expectFaults([])
    }

    @Test("is counted from the page's <base>")
    func base() async throws {
        try site.writePage(
            "movies/index.html", body: "<base href=\"/movies/up/\"><a href=\"../\">x</a><a href=\"gone\">x</a>")
        try await site.expectFaults([
            "movies/index.html:14:48: the link 'gone' leads nowhere: there is no file movies/up/gone"
        ])
    }

    @Test("to a part of a page leads to an id that is there")
    func fragments() async throws {
        try site.writePage(
            "movies/index.html",
            body: """
                <a href="#none">here</a><a name=old></a><a href="#old">named</a>
                <a href="/movies/up/#none">there</a>
                <svg><use href="/assets/icon.svg#mark"/><use href="/assets/icon.svg#none"/></svg>
                """)
        try await site.expectFaults([
            "movies/index.html:14:4: the link '#none' leads nowhere: nothing on this page has the id 'none'",
            "movies/index.html:15:4: the link to '#none' leads nowhere: nothing in movies/up/index.html has that id",
            "movies/index.html:16:46: the link to '#none' leads nowhere: nothing in assets/icon.svg has that id",
        ])
    }

    @Test("in a style sheet, a script or the manifest is followed too")
    func assets() async throws {
        try site.write(
            "/* url(no) */\na { mask: url( \"gone.svg\" ) }\n@import 'gone.css';\n", to: "assets/colours.css")
        try site.write(
            """
            // import "no.js"
            const text = `import "no.js" ${"import 'no.js'"}`, pattern = /import "no.js"/;
            export * from "./gone.js";
            const later = import("./later.js");
            import { one } from "part";

            """, to: "assets/part.js")
        try site.write("{\n\"icons\": [{\"src\": \"gone.png\"}]}", to: "site.webmanifest")
        try await site.expectFaults([
            "assets/colours.css:2:17: the picture 'gone.svg' leads nowhere: there is no file assets/gone.svg",
            "assets/colours.css:3:10: the style sheet 'gone.css' leads nowhere: there is no file assets/gone.css",
            "assets/part.js:3:16: the module './gone.js' leads nowhere: there is no file assets/gone.js",
            "assets/part.js:4:23: the module './later.js' leads nowhere: there is no file assets/later.js",
            "assets/part.js:5:22: no browser finds the module 'part': a path must begin with '/', './' or '../'",
            "site.webmanifest:2:20: the picture 'gone.png' leads nowhere: there is no file gone.png",
        ])
    }
}
