import BookingService
import Foundation
import SitePages
import Templating
import TestSupport
import Testing
import Words

@testable import SiteBuild

@Suite("The table of words of the house")
struct HouseWordsTests {
    private static let templates = Repository.root.appending(path: "Templates")

    /// The scripts of the public folder, by path.
    private static func scripts() throws -> [String: String] {
        let files = try SourceText.files(in: "Public/assets", ending: "js")
        return try Dictionary(uniqueKeysWithValues: files.map { ($0, try SourceText.text($0)) })
    }

    @Test("is the one that the programs come with")
    func embedded() throws {
        let (file, house) = (try WordTable(inTemplates: Self.templates), try WordTable.house())
        #expect(file.words.mapValues(\.text) == house.words.mapValues(\.text))
    }

    @Test("has no word that nothing says")
    func unused() throws {
        let table = try WordTable.house()
        let templates = try SiteTemplates(TemplateLibrary(folder: Self.templates))
        let scripts = ScriptWords(words: table).keys(in: Array(try Self.scripts().values))
        let said = try Set(SiteWords(table).keys + BookingWords(table).keys + templates.words + scripts)
        #expect(Set(table.words.keys).subtracting(said).sorted() == [])
    }

    @Test("has every word that a script names")
    func keysInScripts() throws {
        let table = try WordTable.house()
        let groups = Set(table.words.keys.compactMap { $0.split(separator: ".").first.map(String.init) })
        for (path, script) in try Self.scripts() {
            let keys = script.matches(of: #/"([A-Za-z]\w*)((?:\.\w+)+)"/#).filter {
                groups.contains(String($0.output.1))
            }
            for key in keys.map({ "\($0.output.1)\($0.output.2)" }) {
                #expect(table.words[key] != nil, "\(path) names the word '\(key)', which the table does not have")
            }
        }
    }

    @Test("has the places that scripts fill, and no others")
    func placesInScripts() throws {
        let table = try WordTable.house()
        for (path, script) in try Self.scripts() {
            for call in script.matches(of: #/\bsay\("([\w.]+)"(?:, \{((?:[^{}]|\{[^{}]*\})*)\})?\)/#) {
                let filled = ScriptPlaces(String(call.output.2 ?? "")).names
                let places = table.words[String(call.output.1)]?.places
                #expect(places == filled, "\(path): the places of '\(call.output.1)'")
            }
        }
    }
}

/// The names of an object that is written in a script: `seat, time: until, zone: zone ?? ""`.
private struct ScriptPlaces {
    let names: Set<String>

    init(_ object: String) {
        var (depth, part, parts) = (0, "", [String]())
        for sign in object {
            if "({[".contains(sign) { depth += 1 } else if ")}]".contains(sign) { depth -= 1 }
            if sign == ",", depth == 0 {
                parts.append(part)
                part = ""
            } else {
                part.append(sign)
            }
        }
        parts.append(part)
        names = Set(
            parts.map { String($0.prefix { $0 != ":" }).trimmingCharacters(in: .whitespacesAndNewlines) }
                .filter { !$0.isEmpty })
    }
}
