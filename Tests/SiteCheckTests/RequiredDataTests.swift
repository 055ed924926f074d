import Foundation
import SiteCheck
import Testing

@Suite("What programs and search engines ask for")
struct RequiredDataTests {
    private let site: SampleFolder

    init() throws {
        site = try SampleFolder()
    }

    // MARK: Search engines

    /// One of each kind of thing that a site of Marquee's tells of.
    private static let things: [(type: String, members: [(name: String, value: String)])] = [
        (
            "ScreeningEvent",
            [
                ("name", "\"Up\""), ("startDate", "\"2026-11-21T20:00:00+01:00\""),
                ("location", "{\"@type\": \"MovieTheater\", \"name\": \"Rex\", \"address\": \"Rex\"}"),
            ]
        ),
        ("Movie", [("name", "\"Up\"")]), ("Person", [("name", "\"Ann\"")]), ("Organization", [("name", "\"Corner\"")]),
        ("MovieTheater", [("name", "\"Rex\""), ("address", "\"Rex\"")]),
        ("GeoCoordinates", [("latitude", "48.5"), ("longitude", "2.5")]),
        (
            "BreadcrumbList",
            [("itemListElement", "[{\"@type\": \"ListItem\", \"position\": 1, \"name\": \"Films\"}]")]
        ),
        ("ListItem", [("position", "1"), ("name", "\"Films\"")]),
        ("Offer", [("price", "\"12.50\""), ("priceCurrency", "\"EUR\"")]),
        ("AggregateOffer", [("lowPrice", "\"12.50\""), ("priceCurrency", "\"EUR\"")]),
        ("WebSite", [("name", "\"Corner\""), ("url", "\"https://corner.example/\"")]),
        ("SearchAction", [("target", "{\"@type\": \"EntryPoint\", \"urlTemplate\": \"https://a.example\"}")]),
        ("EntryPoint", [("urlTemplate", "\"https://corner.example/?q={q}\"")]),
    ]

    /// - Parameter value: of one member; `nil` where it is missing.
    private func thing(_ type: String, _ member: String? = nil, is value: String? = nil) -> String {
        let members = (Self.things.first { $0.type == type }?.members ?? []).compactMap { name, usual in
            let written = name == member ? value : usual
            return written.map { "\"\(name)\": \($0)" }
        }
        return "{" + (["\"@type\": \"\(type)\""] + members).joined(separator: ", ") + "}"
    }

    private func faults(ofThings things: [String]) async throws -> [String] {
        try site.writePage(
            "movies/up/index.html",
            body: """
                <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
                \(things.joined(separator: ",\n"))
                ]}</script>
                """)
        return try await site.faults()
    }

    @Test("is there, in each kind of thing")
    func present() async throws {
        #expect(try await faults(ofThings: Self.things.map { thing($0.type) }) == [])
        let listed = thing("Movie", "name", is: "[\"Up\", \"Là-haut\"]")
        let tagged = thing("Person", "name", is: "{\"@value\": \"Ann\", \"@language\": \"en\"}")
        let reference = thing("ScreeningEvent", "location", is: "{\"@id\": \"https://corner.example/#rex\"}")
        #expect(try await faults(ofThings: [listed, tagged, reference]) == [])
    }

    @Test(
        "is missed in each kind of thing where it is not there, null, of another kind, or empty",
        arguments: [nil, "null", "\"\"", "\" \"", "[]", "{}", "true", "[null]", "[\"\"]"])
    func absent(value: String?) async throws {
        for (type, members) in Self.things {
            for (name, _) in members {
                let faults = try await faults(ofThings: [thing(type, name, is: value)])
                #expect(faults.count == 1, "\(type) \(name) \(value ?? "missing"): \(faults)")
                let said = value == nil ? "this \(type) has no '\(name)'" : "'\(name)'"
                #expect(faults.first?.contains(said) == true, "\(faults)")
                #expect(faults.first?.hasPrefix("movies/up/index.html:15:") == true, "\(faults)")
            }
        }
    }

    @Test("says what a thing is", arguments: [nil, "null", "\"\"", "5", "[]"])
    func type(value: String?) async throws {
        let type = value.map { "\"@type\": \($0), " } ?? ""
        let faults = try await faults(ofThings: ["{\(type)\"name\": \"Up\"}"])
        #expect(faults.count == 1 && faults[0].contains("'@type'"), "\(faults)")
    }

    // MARK: Programs

    private static let showtime = """
        {"id": "s", "movie": "up", "startsAt": "2026-11-21T20:00:00+01:00", "endsAt": "2026-11-21T22:00:00+01:00", \
        "theater": "rex", "auditorium": "One", "layout": "a", "format": "", "language": "", "subtitles": "", \
        "audioDescription": false, "captions": false, "relaxed": false, "status": "scheduled", \
        "prices": [{"ticketType": "adult", "priceCategory": "standard", "amount": 1250, "currency": "EUR"}]}
        """

    private static let files: [(path: String, text: String)] = [
        ("data/now-showing.json", #"{"movies": [{"slug": "up", "title": "Up", "year": null}]}"#),
        (
            "data/movies/up.json",
            """
            {"slug": "up", "title": "Up", "originalTitle": "", "year": 2009, "releaseDate": null, "runtime": 96, \
            "certificate": "", "synopsis": "", "languages": ["en"], "genres": ["Drama"], \
            "cast": [{"name": "Ann", "character": ""}], "directors": ["Ben"], "writers": [], "showtimes": [\(showtime)]}
            """
        ),
        (
            "data/theaters/rex.json",
            """
            {"slug": "rex", "name": "Rex", "timeZone": "Europe/Paris", "street": "", "postalCode": "", "city": "", \
            "region": "", "country": "", "latitude": 48.5, "longitude": null, \
            "auditoriums": [{"name": "One", "layout": "a", "seats": 12}], "showtimes": [\(showtime)]}
            """
        ),
        (
            "data/layouts/a.json",
            """
            {"id": "a", "rows": [{"label": "A", "depth": 1, "seats": [{"label": "A1", "column": 1, "kind": "standard", \
            "priceCategory": "standard"}]}]}
            """
        ),
    ]

    @Test("is in the data files")
    func files() async throws {
        for (path, text) in Self.files { try site.write(text, to: path) }
        #expect(try await site.faults() == [])
    }

    @Test("is missed in the data files, wherever it is not there, null or of another kind")
    func brokenFiles() async throws {
        let nullable = ["year", "releaseDate", "runtime", "latitude", "longitude"]
        for (path, text) in Self.files {
            // Each member in turn, wherever it stands.
            for match in text.matches(of: #/"(\w+)": /#) {
                let name = String(match.1)
                let start = match.range.upperBound
                for broken in ["null", "{\"a\": 1}"] where broken != "null" || !nullable.contains(name) {
                    let end = Self.endOfValue(in: text, from: start)
                    try site.write(text[..<start] + broken + text[end...], to: path)
                    let faults = try await site.faults()
                    #expect(faults.count == 1, "\(path) \(name) is \(broken): \(faults)")
                    #expect(
                        faults.first?.contains("'\(name)'") == true && faults.first?.hasPrefix(path) == true,
                        "\(faults)")
                }
                try site.write(text.replacing("\"\(name)\": ", with: "\"x\(name)\": "), to: path)
                let faults = try await site.faults()
                #expect(
                    !faults.isEmpty && faults.allSatisfy { $0.contains("has no '\(name)'") },
                    "\(path) \(name): \(faults)")
            }
            try site.write(text, to: path)
        }
    }

    @Test(
        "may not be empty where it is a name, an id or a time",
        arguments: [
            (#""slug": "up""#, #""slug": """#), (#""title": "Up""#, #""title": " ""#), (#""id": "s""#, #""id": """#),
            (#""startsAt": "2026-11-21T20:00:00+01:00""#, #""startsAt": "2026-11-21T20:00""#),
            (#""startsAt": "2026-11-21T20:00:00+01:00""#, #""startsAt": """#),
            (#""languages": ["en"]"#, #""languages": [""]"#), (#""directors": ["Ben"]"#, #""directors": [null]"#),
            (#""currency": "EUR""#, #""currency": """#), (#""amount": 1250"#, #""amount": "1250""#),
            (#""captions": false"#, #""captions": "false""#), (#""cast": [{"#, #""cast": [null, {"#),
        ])
    func emptyTexts(old: String, new: String) async throws {
        let (path, text) = Self.files[1]
        #expect(text.contains(old))
        try site.write(text.replacing(old, with: new), to: path)
        let faults = try await site.faults()
        #expect(faults.count == 1 && faults[0].hasPrefix(path), "\(faults)")
    }

    @Test("may be one list and no object, nor anything else", arguments: ["null", "[]", "5", "\"\""])
    func otherFiles(text: String) async throws {
        for (path, _) in Self.files {
            try site.write(text, to: path)
            let faults = try await site.faults()
            #expect(faults.count == 1 && faults[0].hasPrefix("\(path):1:"), "\(faults)")
            try site.remove(path)
        }
    }

    /// Where a value of JSON ends that has no brackets or quotes in its texts.
    private static func endOfValue(in text: String, from start: String.Index) -> String.Index {
        var (depth, isText) = (0, false)
        for index in text[start...].indices {
            switch text[index] {
            case "\"": isText.toggle()
            case "[" where !isText, "{" where !isText: depth += 1
            case "]" where !isText, "}" where !isText:
                if depth == 0 { return index }
                depth -= 1
            case "," where !isText && depth == 0: return index
            default: break
            }
        }
        return text.endIndex
    }
}
