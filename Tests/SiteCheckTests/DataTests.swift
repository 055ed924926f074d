import SiteCheck
import Testing

@Suite("Data")
struct DataTests {
    private let site: SampleFolder

    init() throws {
        site = try SampleFolder()
    }

    @Test(
        "in a file is JSON",
        arguments: [
            ("{\"a\": 1,\n \"a\": 2}", "2:2: the name 'a' is in this object twice"),
            ("{\"a\": [1, 2,]}", "1:13: a value is expected here"), ("{\"a\" 1}", "1:6: a colon is expected here"),
            ("[1] x", "1:5: something follows after the end of the JSON"),
            ("", "1:1: the JSON ends before it is complete"),
            ("[\"a\tb\"]", "1:4: a control character must be escaped in a text"),
            ("[\"abc]", "1:2: this text is never closed"),
            ("[\"\\x\"]", "1:3: there is no such escape in JSON"),
            ("[\"\\u12\"]", "1:3: there is no such escape in JSON"),
            ("[01]", "1:2: this is no number as JSON writes them"),
            ("[1.]", "1:4: digits are expected after the point"),
            ("[1e]", "1:4: digits are expected in the exponent"), ("[nul]", "1:2: a value is expected here"),
            ("{a: 1}", "1:2: a name in quotes is expected here"), ("[1 2]", "1:4: a comma or ']' is expected here"),
        ])
    func json(_ text: String, _ fault: String) async throws {
        try site.write(text, to: "data/now-showing.json")
        try await site.expectFaults(["data/now-showing.json:\(fault)"])
    }

    @Test("of every form that JSON has is read")
    func allOfJSON() async throws {
        try site.write(
            " {\"\\u00e9\\n\": [-0, 1.5e-7, 10, true, false, null, {}, [], \"é😀\"], \"b\": {\"b\": 1}}\n",
            to: "data/all.json")
        try await site.expectFaults([])
    }

    @Test("for search engines has what they ask for")
    func linkedData() async throws {
        try site.writePage(
            "movies/up/index.html",
            body: """
                <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
                {"@type": "Movie", "name": ""},
                {"@type": "Movie", "@id": "/#up"},
                {"@type": ["ScreeningEvent"], "name": "Up", "startDate": "2026-11-21T20:00",
                 "workPresented": {"@type": "Movie", "name": "Up"}},
                {"@type": "ScreeningEvent", "name": "Up", "startDate": "2026-11-21T20:00:00+01:00", "location": "Rex"}]}</script>
                <script type="application/ld+json">{"@type": "Movie", "name": "Up"}</script>
                <script type="application/ld+json">{"@context": "https://schema.org/",}</script>
                """)
        let path = "movies/up/index.html"
        try await site.expectFaults([
            "\(path):15:1: this Movie has no 'name', which search engines ask for",
            "\(path):17:1: this ScreeningEvent has no 'location', which search engines ask for",
            "\(path):17:59: the startDate '2026-11-21T20:00' must be a time with its offset, such as 2026-11-21T20:30:00+01:00",
            "\(path):20:36: the structured data must name its \"@context\": \"https://schema.org\"",
            "\(path):21:71: a name in quotes is expected here",
        ])
    }
}
