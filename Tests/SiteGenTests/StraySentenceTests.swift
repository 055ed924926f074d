import Foundation
import TestSupport
import Testing

/// What visitors and buyers read stands in the table of words. This looks for what looks like it elsewhere: two words in a
/// row, or one with a capital, in a literal of the code that makes pages, feeds and calendars, and of the scripts.
@Suite("Sentences for visitors")
struct StraySentenceTests {
    /// What looks like words and is not for people who visit, and why.
    private static let allowed: [String: String] = [
        "Marquee": "the name of the program",
        "Date": "a header of HTTP",
        "Movie": "schema.org", "Offer": "schema.org", "Organization": "schema.org", "Person": "schema.org",
        "required name=search_term_string": "schema.org",
        "text/calendar; charset=utf-8": "a header of HTTP", "attachment; filename=": "a header of HTTP",
        "here too": "what tabs tell each other",
        "px px": "CSS",
        " of theater ": "the name of a page in the states of builds",
        "the search's showtimes": "what 'sitegen why' calls a page",
        "  a poster at another site, which pages do not load; a poster is drawn instead ": "a note of 'sitegen build'",
        "outcome: use complete, fail or cancel": "a problem, for programs",
        "the bank has no question of this name": "a problem, for programs",
    ]

    /// What is for designers and for hosts, and no page.
    private static let exempt = ["Sources/SitePages/TemplateGuide/", "Sources/SitePages/Hosting/"]

    @Test("stand in the table of words, not in Swift or JavaScript")
    func code() throws {
        let swift = try ["Sources/SitePages", "Sources/Syndication", "Sources/BookingService/Simulator"]
            .flatMap { try SourceText.files(in: $0, ending: "swift") }
        let orders = try SourceText.files(in: "Sources/BookingService/Routes", ending: "swift")
            .filter { $0.contains("/Order") }
        let files = try swift + orders + SourceText.files(in: "Public", ending: "js")
        #expect(files.count > 100)
        for file in files where !Self.exempt.contains(where: file.hasPrefix) {
            for stray in Literals.words(in: try SourceText.text(file)) where Self.allowed[stray] == nil {
                Issue.record("\(file): '\(stray)' belongs into Templates/words/en.yaml")
            }
        }
    }

    @Test("stand in the table of words, not in templates")
    func templates() throws {
        for file in try SourceText.files(in: "Templates", ending: "mustache") {
            let text = try SourceText.text(file).replacing(#/\{\{!.*?\}\}|\{\{\{?[^}]*\}?\}\}/#, with: "")
            let named = text.matches(of: #/\b(?:aria-label|title|alt|placeholder)="([^"]+)"/#).map {
                String($0.output.1)
            }
            let shown = text.replacing(#/<[^>]*>/#, with: "\n").split(separator: "\n").map(String.init)
            for stray in (named + shown).filter({ $0.contains(#/\p{L}{2,}/#) })
            where !Self.signs.contains(stray.trimmed) {
                Issue.record("\(file): '\(stray.trimmed)' belongs into Templates/words/en.yaml")
            }
        }
    }

    /// The names of keys on keyboards, and types of Open Graph.
    private static let signs: Set<String> = ["Alt", "Shift", "profile", "video.movie", "website"]

    @Test(
        "are found by this test",
        arguments: [
            (#"let title = "Films on screen""#, ["Films on screen"]), (#"title: "Search", in: .search"#, ["Search"]),
            (#"return "\(count) films found""#, [" films found"]),
            ("say(`Pay ${total} now please`)", ["Pay  now please"]),
            (#"say(`No film${is ? " with these filters" : ""}`)"#, ["No film", " with these filters"]),
            ("<p>Test bank</p>", []), ("    <h1>Test bank</h1>\n    \"\"\"", []),
            (#"// "Not a word of it""#, []), (#"element("p", { className: "button button-quiet" })"#, []),
            (#"throw new Error("The page has none")"#, []),
        ])
    func negativeControl(_ code: String, _ strays: [String]) {
        #expect(Literals.words(in: code) == strays)
    }
}

/// The literals of a source that look like words for people.
private enum Literals {
    static func words(in source: String) -> [String] {
        var isMarkup = false
        return source.split(separator: "\n").flatMap { line -> [String] in
            if line.contains("\"\"\"") {
                isMarkup.toggle()
                return []
            }
            if isMarkup { return markup(line) }
            return isRemark(line) ? [] : literals(line)
        }
    }

    /// What stands between the tags of markup.
    private static func markup(_ line: Substring) -> [String] {
        guard line.contains("<"), !line.contains("{") else { return [] }
        let shown = parts(line).own.replacing(#/<[^>]*>/#, with: "\n").split(separator: "\n").map(String.init)
        return shown.filter(isForPeople)
    }

    /// Those of the literals, and of the literals in what is put into them.
    private static func literals(_ code: some StringProtocol) -> [String] {
        let (own, inserted) = parts(code)
        return own.replacing(#/className: [^,}]*/#, with: "").matches(of: #/"((?:\\.|[^"\\])*)"|`((?:\\.|[^`\\])*)`/#)
            .map { String($0.output.1 ?? $0.output.2 ?? "").replacing(#/<[^>]*>?/#, with: "") }.filter(isForPeople)
            + inserted.flatMap { literals($0) }
    }

    /// What stands outside of `\(…)` and `${…}`, and what inside.
    private static func parts(_ code: some StringProtocol) -> (own: String, inserted: [Substring]) {
        var (own, inserted, rest) = ("", [Substring](), Substring(code))
        while let start = rest.firstMatch(of: #/\\#?\(|\$\{/#) {
            own += rest[..<start.range.lowerBound]
            rest = rest[start.range.upperBound...]
            var depth = 1
            let inside = rest.prefix { sign in
                if "({".contains(sign) { depth += 1 } else if ")}".contains(sign) { depth -= 1 }
                return depth > 0
            }
            inserted.append(inside)
            rest = rest[inside.endIndex...].dropFirst()
        }
        return (own + rest, inserted)
    }

    private static func isForPeople(_ text: String) -> Bool {
        text.contains(#/[\p{L}’']{2,}[,;:]? \p{L}{2,}/#) || text.wholeMatch(of: #/\p{Lu}\p{Ll}+/#) != nil
    }

    /// Whether it is for those who read code, or what it logs.
    private static func isRemark(_ line: Substring) -> Bool {
        let code = String(line).trimmed
        return ["//", "*", "/*", "import "].contains(where: code.hasPrefix)
            || ["static let meaning", "throw new ", "super(", "console."].contains(where: code.contains)
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}

/// Sources of the repository.
enum SourceText {
    /// The paths of files below a folder, sorted.
    static func files(in folder: String, ending: String) throws -> [String] {
        let root = Repository.root.appending(path: folder)
        let names = try #require(FileManager.default.enumerator(atPath: root.path))
        return names.compactMap { ($0 as? String).map { "\(folder)/\($0)" } }.filter { $0.hasSuffix(".\(ending)") }
            .sorted()
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
    }
}
