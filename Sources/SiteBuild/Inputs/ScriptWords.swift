import Foundation
import Words

/// The words that scripts say. A script names a word by its key, in one piece (`say("seats.hold.paid")`), so the keys that
/// stand in it are the words that it needs, and no visitor loads the others.
struct ScriptWords: Sendable {
    /// The module that says words, among the assets, and the one beside it that has them: written here, for no file of the
    /// public folder can know them.
    static let speaker = "words.js"
    static let table = "words-table.js"

    let words: WordTable

    /// The keys of the table that stand in scripts, sorted.
    func keys(in scripts: [String]) -> [String] {
        Set(
            scripts.flatMap { $0.matches(of: Self.literal).map { String($0.output.1) } }.filter {
                words.words[$0] != nil
            }
        )
        .sorted()
    }

    /// What `words-table.js` is for scripts that say these words.
    func module(_ keys: [String]) throws -> String {
        let (language, words) = try values(keys)
        return "export const language = \(language);\nexport const words = \(words);\n"
    }

    /// The same within a bundle, as a function's body.
    func bundled(_ keys: [String]) throws -> String {
        let (language, words) = try values(keys)
        return "return { language: \(language), words: \(words) };"
    }

    /// - Throws: ``BuildError`` with file, line and column of what is said in a script and is not in the table.
    func require(in script: String, _ file: String) throws {
        for said in script.matches(of: Self.saying) {
            do throws(MissingWord) {
                _ = try words.word(String(said.output.1))
            } catch {
                let lines = script[..<said.output.1.startIndex].split(
                    omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                let column = (lines.last?.count ?? 0) + 1
                throw BuildError("\(file):\(lines.count):\(column): \(error.sentence) in \(words.file)")
            }
        }
    }

    private static var literal: Regex<(Substring, Substring)> { #/"([A-Za-z]\w*(?:\.\w+)+)"/# }
    private static var saying: Regex<(Substring, Substring)> { #/\bsay(?:Around)?\(\s*"([^"]*)"/# }

    private func values(_ keys: [String]) throws -> (language: String, words: String) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        func json(_ value: some Encodable) throws -> String {
            String(decoding: try encoder.encode(value), as: UTF8.self)
        }
        let said = Dictionary(
            uniqueKeysWithValues: keys.compactMap { key in words.words[key].map { (key, ScriptWord($0)) } })
        return (try json(words.language), try json(said))
    }
}

/// A word as scripts read it: a text, or one for each plural form.
private struct ScriptWord: Encodable {
    let word: Word

    init(_ word: Word) {
        self.word = word
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if word.isPlural {
            try container.encode(
                Dictionary(uniqueKeysWithValues: word.forms.map { ($0.key.rawValue, $0.value.text) }))
        } else {
            try container.encode(word.other?.text ?? "")
        }
    }
}
