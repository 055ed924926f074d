import Foundation
import Testing

@testable import Posters

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("A drawn poster")
struct DrawnPosterTests {
    static let long = [
        String(repeating: "very long ", count: 500), String(repeating: "W", count: 5_000),
        String(repeating: "&", count: 5_000), String(repeating: "七", count: 5_000),
        "a" + String(repeating: "\u{0301}", count: 5_000), String(repeating: "👩‍👩‍👧‍👦", count: 700),
    ]
    static let hostile = [
        #"</text><script>alert(1)</script>"#, #"]]><img src=x onerror=alert(1)>"'&amp;<!--"#,
        "line\nbreak\u{0}\u{8}\u{B}",
        "\u{202E}reversed\u{2066}", "zero\u{200B}width\u{FEFF}", "\u{FFFE}\u{FFFF}none", "", "   ", "\u{E000}\u{F8FF}",
    ]

    private static func draw(_ title: String, _ year: Int? = 1999, _ genre: String = "Drama") -> String {
        String(decoding: DrawnPoster(PosterSubject(title: title, year: year, genre: genre)).svg, as: UTF8.self)
    }

    /// The text of a drawing as a reader of XML understands it.
    private final class Reading: NSObject, XMLParserDelegate {
        var elements: [String] = []
        var attributes: [String] = []
        var text = ""

        init(_ svg: String) throws {
            super.init()
            let parser = XMLParser(data: Data(svg.utf8))
            parser.delegate = self
            try #require(parser.parse(), "\(svg)")
        }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            elements.append(name)
            self.attributes += attributes.map { "\($0)=\($1)" }
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    }

    @Test("is the same for the same film, and another for another title, year or genre")
    func same() {
        let subject = PosterSubject(title: "Up", year: 2009, genre: "Comedy")
        #expect(DrawnPoster(subject).svg == DrawnPoster(subject).svg)
        let others = [
            PosterSubject(title: "Up!", year: 2009, genre: "Comedy"),
            PosterSubject(title: "Up", year: 1976, genre: "Comedy"),
            PosterSubject(title: "Up", year: nil, genre: "Comedy"),
            PosterSubject(title: "Up", year: 2009, genre: "Drama"),
            PosterSubject(title: "UpComedy", year: 2009, genre: ""),
        ]
        #expect(Set(([subject] + others).map(\.tag)).count == 6)
        for other in others { #expect(DrawnPoster(other).svg != DrawnPoster(subject).svg) }
    }

    @Test("has another tag whenever it is drawn otherwise: browsers keep it for ever under the one it has")
    func design() {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for (index, genre) in ["Drama", "Comedy", "Horror", "Western", "Musical", "Noir", "Fantasy", ""].enumerated() {
            for year in 1950..<1990 {
                for byte in Self.draw("The Night Ferry \(index)", year, genre).utf8 {
                    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
                }
            }
        }
        // Is the hash another? Then raise `PosterSubject.design`, look at the posters, and write both down here.
        #expect(PosterSubject.design == 2)
        #expect(String(hash, radix: 16) == "703537b1e3a232f5")
    }

    @Test("can be read on every colour that a title stands on")
    func contrast() {
        for palette in Mood.all.flatMap(\.palettes) {
            for panel in palette.panels {
                let contrast = panel.surface.contrast(with: panel.ink)
                #expect(contrast >= 4.5, "\(panel.ink) on \(panel.surface)")
            }
        }
        #expect(abs(Color(0).contrast(with: Color(0xFFFFFF)) - 21) < 0.001)
        #expect(Color(0x777777).contrast(with: Color(0xFFFFFF)) < 4.5)
    }

    @Test("shows what its palette and its title allow for each motif, within 3 kB", arguments: Motif.allCases)
    func size(motif: Motif) throws {
        var sizes: [Int] = []
        for (number, title) in (["Up", "The Night Ferry", "Броненосец «Потёмкин»"] + Self.long).enumerated() {
            for year in 1990..<2000 {
                let subject = PosterSubject(title: title, year: year, genre: "Drama")
                var dice = Dice(seed: subject.hash)
                let palette = dice.one(of: Mood.drama.palettes)
                let svg = DrawnPoster.draw(motif, palette, Sheet(subject, palette, &dice), dice)
                #expect(svg.count <= 3_072, "\(motif) \(title.prefix(20))")
                _ = try Reading(String(decoding: svg, as: UTF8.self))
                if number < 3 { sizes.append(svg.count) }
            }
        }
        #expect(sizes.reduce(0, +) / sizes.count <= 2_080)
    }

    @Test("is text alone where the catalog's text is, and loads nothing", arguments: hostile + long)
    func hostileText(title: String) throws {
        let reading = try Reading(Self.draw(title, 1999, title))
        let known: Set = ["svg", "g", "path", "circle", "ellipse", "text", "tspan"]
        #expect(Set(reading.elements).isSubset(of: known))
        #expect(!reading.attributes.contains { $0.contains("url(") || $0.contains("href") || $0.hasPrefix("on") })
        #expect(!reading.text.unicodeScalars.contains { $0.properties.generalCategory == .control })
        #expect(
            !reading.text.unicodeScalars.contains {
                (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
            })
    }

    @Test("has a mood for every genre, a known one whatever its case")
    func genres() {
        #expect(Mood.of(genre: "HORROR").motifs == Mood.horror.motifs)
        #expect(Mood.of(genre: "Film noir").motifs == Mood.crime.motifs)
        #expect(Mood.of(genre: "Heimatfilm").motifs == Mood.of(genre: "Heimatfilm").motifs)
        #expect(
            Set(
                ["Heimatfilm", "Krimi", "Komödie", "Liebesfilm", "Western all'italiana", "時代劇"].map {
                    Mood.of(genre: $0).motifs
                }
            ).count > 2)
        for mood in Mood.all { #expect(mood.motifs.count >= 8 && mood.palettes.count >= 4) }
    }

    @Test("differs from its neighbours: sixty films of one genre make at least fifty compositions")
    func variety() {
        let posters = (0..<60).map { Self.draw("Film", 1950 + $0) }
        // Up to the title and the year.
        #expect(Set(posters.map { $0.replacing(/<g font.*/, with: "") }).count >= 50)
    }
}
