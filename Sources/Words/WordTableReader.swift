import Text
import Yams

/// Reads the YAML of a table: groups of groups of words, each of which is a text or its plural forms.
struct WordTableReader {
    let rule: PluralRule
    let file: String
    private(set) var words: [String: Word] = [:]
    private(set) var groups: [String: WordPosition] = [:]
    private var problems: [WordProblem] = []

    init(rule: PluralRule, file: String) {
        self.rule = rule
        self.file = file
    }

    /// - Throws: ``WordError`` with all that is wrong.
    mutating func read(_ text: String) throws {
        do {
            guard let root = try Yams.compose(yaml: text) else {
                throw WordError([position(nil).problem("this table is empty")])
            }
            readGroup(root, key: "")
        } catch let error as YamlError {
            throw WordError([problem(error)])
        }
        guard problems.isEmpty else { throw WordError(problems) }
    }

    private mutating func readGroup(_ node: Node, key: String) {
        guard case .mapping(let mapping) = node else {
            return complain(node, "'\(key)' is no group of words: write 'key: text' lines below it")
        }
        for (name, value) in mapping {
            let own = name.string ?? ""
            guard Self.isKey(own) else {
                complain(name, "'\(own)' is no key: keys have letters, digits and '_', and begin with a letter")
                continue
            }
            let full = key.isEmpty ? own : "\(key).\(own)"
            switch value {
            case .scalar(let scalar):
                readForms([(.other, scalar.string, value)], full, position(name.mark))
            case .mapping where value.mark?.line == name.mark?.line:
                complain(value, "a text that begins with '{' stands in quotes")
            case .mapping(let forms) where forms.keys.contains { Self.form($0) == .other }:
                readPlural(forms, full, position(name.mark))
            default:
                groups[full] = position(name.mark)
                readGroup(value, key: full)
            }
        }
    }

    private mutating func readPlural(_ mapping: Node.Mapping, _ key: String, _ position: WordPosition) {
        var forms: [(PluralRule.Form, String, Node)] = []
        for (name, value) in mapping {
            guard let form = Self.form(name), rule.forms.contains(form) else {
                let known = rule.forms.map(\.rawValue)
                complain(
                    name,
                    "'\(name.string ?? "")' is no plural form of this language; it has \(known.joined(separator: ", "))"
                )
                continue
            }
            guard let text = value.scalar?.string else {
                complain(value, "a plural form is text")
                continue
            }
            forms.append((form, text, value))
        }
        for missing in rule.forms where !forms.contains(where: { $0.0 == missing }) {
            problems.append(position.problem("'\(key)' has no form '\(missing.rawValue)'"))
        }
        readForms(forms, key, position)
    }

    private mutating func readForms(
        _ forms: [(form: PluralRule.Form, text: String, node: Node)], _ key: String, _ position: WordPosition
    ) {
        var messages: [PluralRule.Form: Message] = [:]
        for (form, text, node) in forms {
            do throws(Message.Fault) {
                guard !text.isEmpty else { throw Message.Fault("'\(key)' says nothing") }
                messages[form] = try Message(text)
            } catch {
                complain(node, error.sentence)
            }
        }
        words[key] = Word(forms: messages, position: position)
    }

    private static func form(_ key: Node) -> PluralRule.Form? { key.string.flatMap(PluralRule.Form.init) }

    private static func isKey(_ text: String) -> Bool {
        text.first?.isLetter == true && text.utf8.allSatisfy { $0 == UInt8(ascii: "_") || Self.isLetterOrDigit($0) }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        let sign = Character(Unicode.Scalar(byte))
        return sign.isASCII && (sign.isLetter || sign.isNumber)
    }

    // MARK: Places

    private func position(_ mark: Mark?) -> WordPosition {
        WordPosition(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
    }

    private mutating func complain(_ node: Node, _ sentence: String) {
        problems.append(position(node.mark).problem(sentence))
    }

    private func problem(_ error: YamlError) -> WordProblem {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            position(mark).problem("this is not valid YAML: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            position(context.mark).problem(
                "this group has \(duplicates.map { "'\($0)'" }.sorted().joined(separator: ", ")) twice")
        default:
            position(nil).problem("this is not valid YAML: \(error)")
        }
    }
}
