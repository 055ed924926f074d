import Markup
import Testing

@testable import SiteCheck

@Suite("The scanner of tags")
struct TagScannerTests {
    /// The elements that begin in a page, with the values of their `id` or `href`.
    private func elements(_ page: String) -> [String] {
        var (scanner, tag, elements) = (TagScanner(Array(page.utf8)), Tag(), [String]())
        let bytes = Array(page.utf8)
        while scanner.next(&tag) {
            guard !tag.isEnd else { continue }
            let value = (tag[.id] ?? tag[.href]).map { " " + bytes[$0.value].text } ?? ""
            elements.append((tag.name?.rawValue ?? "?") + value)
        }
        return elements
    }

    @Test(
        "reads tags as browsers do",
        arguments: [
            ("<A HREF=x>", ["a x"]), ("<a\n\thref = 'x y'\n>", ["a x y"]), ("<a href=\"a>b\">", ["a a>b"]),
            ("<a/href=x>", ["a x"]), ("<img id=x/>", ["img x/"]), ("<a href=x href=y>", ["a x"]),
            ("<a =href=x id=y>", ["a y"]),
            ("<abbr><main>", ["?", "?"]), ("< a><3<a>", ["a"]), ("<a href=x", []), ("<a id>", ["a "]),
            ("<!doctype html><?php <a>?><a>", ["a"]), ("</><//a><a>", ["a"]),
        ])
    func tags(_ page: String, _ expected: [String]) {
        #expect(elements(page) == expected)
    }

    @Test(
        "knows what is text and no markup",
        arguments: [
            ("<!--<a>--><img>", ["img"]), ("<!--><a>", ["a"]), ("<!---><a>", ["a"]), ("<!--<a>--!><img>", ["img"]),
            ("<!-- <a> ->", []), ("<title><a></title><img>", ["title", "img"]),
            ("<style><a></STYLE ><img>", ["style", "img"]),
            ("<script>'</scripty><a>'</script><img>", ["script", "img"]), ("<textarea><a></textarea>", ["textarea"]),
            ("<script><!-- <script> </script> <a> --></script><img>", ["script", "img"]),
            ("<script><!-- </script><img>", ["script", "img"]), ("<script><a>", ["script"]),
            ("<svg><title><a></title></svg><title><a></title>", ["svg", "title", "a", "title"]),
            ("<svg><![CDATA[<a>]]></svg><![CDATA[><a>", ["svg", "a"]), ("<noscript><a></noscript>", ["?", "a"]),
        ])
    func text(_ page: String, _ expected: [String]) {
        #expect(elements(page) == expected)
    }

    @Test("decodes the references that addresses and titles use, and leaves others as they are")
    func references() {
        func decoded(_ text: String) -> String { CharacterReferences.decoded(ArraySlice(text.utf8)).text }
        #expect(decoded("a&amp;b &lt;&gt; &#233;&#xE9; &quot;&apos;") == "a&b <> éé \"'")
        #expect(decoded("&zcaron; &amp & &#xD800; &;") == "&zcaron; &amp & &#xD800; &;")
    }
}
