import Testing
import Text

@Suite("A slug")
struct SlugTests {
    @Test(
        "is what a title is in ASCII letters, digits and hyphens",
        arguments: [
            ("Amélie", "amelie"), ("WALL·E", "wall-e"), ("Romeo + Juliet", "romeo-juliet"), ("Up!", "up"),
            ("Girls' Town", "girls-town"), ("Mr. & Mrs. Smith", "mr-and-mrs-smith"), ("8½", "8"),
            ("Die Straße", "die-strasse"), ("Łódź", "lodz"), ("Smørrebrød", "smorrebrod"),
            ("  two  spaces ", "two-spaces"),
            ("Сталкер", "stalker"), ("../../etc/passwd", "etc-passwd"), ("</script>", "script"), ("", ""), ("???", ""),
            ("🎬", ""),
        ])
    func spells(title: String, slug: String) {
        #expect(Slug.spell(title) == slug)
    }

    @Test("is cut between words when the title is very long")
    func long() {
        let slug = Slug.spell(String(repeating: "word ", count: 100))
        #expect(slug.utf8.count <= Slug.maximumLength)
        #expect(slug.hasSuffix("-word"))
        #expect(Slug.spell(String(repeating: "x", count: 5_000)).utf8.count == Slug.maximumLength)
        let dated = Slug.spell(String(repeating: "word ", count: 100), ending: "1949")
        #expect(dated.utf8.count <= Slug.maximumLength)
        #expect(dated.hasSuffix("-word-1949"))
    }

    @Test(
        "of any text has nothing but what a URL and a file name can carry",
        arguments: ["七人の侍", "شمس", "नमस्ते", "a\u{0}b"])
    func safe(title: String) {
        #expect(Slug.spell(title).utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
    }
}

@Suite("Near names")
struct NearestNameTests {
    @Test("a misspelt name finds the one that was meant, and a strange one none")
    func nearest() {
        #expect(nearestName(to: "titel", among: ["title", "year"]) == "title")
        #expect(nearestName(to: "Runtime", among: ["runtime", "rating"]) == "runtime")
        #expect(nearestName(to: "zzz", among: ["title", "year"]) == nil)
    }
}
