import Markup

/// Finds the modules that a script imports.
struct ScriptScanner {
    struct Import {
        let specifier: ByteText
        /// Imported by a call while the script runs, not before it starts.
        let isDynamic: Bool
    }

    /// What has been read of an `import` or `export … from`.
    private enum Clause {
        case none
        /// After `import`: a string, a bracket or names.
        case begun
        /// After `export`: `*` or `{`, else nothing is imported.
        case exported
        case names
        /// After `from`.
        case specifier
        /// After `import(`.
        case call
    }

    private let bytes: [UInt8]
    private var index = 0
    private var clause = Clause.none
    /// Whether a slash would begin a regular expression here, and not divide.
    private var expectsValue = true
    private var isMember = false
    private(set) var imports: [Import] = []

    private static let wordsBeforeValues: Set<String> = [
        "await", "case", "delete", "do", "else", "in", "instanceof", "new", "of", "return", "throw", "typeof", "void",
        "yield",
    ]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        while index < bytes.count { readToken() }
    }

    private mutating func readToken() {
        let byte = bytes[index]
        switch byte {
        case _ where byte.isSpace: index += 1
        case "/" where bytes[index...].begins(with: "//"): skip(past: "\n")
        case "/" where bytes[index...].begins(with: "/*"): skip(past: "*/")
        case "/" where expectsValue: skipRegularExpression()
        case "\"", "'": readString(byte)
        case "`": skipTemplate()
        case _ where isPartOfWord(byte): readWord()
        default: readSign(byte)
        }
    }

    private mutating func readString(_ quote: UInt8) {
        let start = index + 1
        index = start
        while index < bytes.count, bytes[index] != quote, bytes[index] != "\n" { index += bytes[index] == "\\" ? 2 : 1 }
        let end = min(index, bytes.count)
        index = min(end + 1, bytes.count)
        switch clause {
        case .begun, .specifier: imports.append(Import(specifier: bytes[start..<end], isDynamic: false))
        case .call: imports.append(Import(specifier: bytes[start..<end], isDynamic: true))
        // A name may be a string: import { "a b" as c } from …
        case .names: return
        case .none, .exported: break
        }
        clause = .none
        expectsValue = false
    }

    private mutating func readWord() {
        let start = index
        while index < bytes.count, isPartOfWord(bytes[index]) { index += 1 }
        let word = bytes[start..<index]
        defer {
            expectsValue = Self.wordsBeforeValues.contains(word.text)
            isMember = false
        }
        switch clause {
        case .begun: clause = .names
        case .names where word.matches("from"): clause = .specifier
        case .names: break
        default:
            clause = isMember ? .none : word.matches("import") ? .begun : word.matches("export") ? .exported : .none
        }
    }

    private mutating func readSign(_ sign: UInt8) {
        index += 1
        isMember = sign == "."
        expectsValue = sign != ")" && sign != "]" && sign != "}"
        switch (clause, sign) {
        case (.begun, "("): clause = .call
        case (.begun, "{"), (.begun, "*"), (.exported, "{"), (.exported, "*"): clause = .names
        case (.names, "{"), (.names, "}"), (.names, "*"), (.names, ","): break
        default: clause = .none
        }
    }

    private func isPartOfWord(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == "_" || byte == "$" || byte >= 0x80
    }

    private mutating func skip(past end: StaticString) {
        while index < bytes.count, !bytes[index...].begins(with: end) { index += 1 }
        index = min(index + end.utf8CodeUnitCount, bytes.count)
    }

    private mutating func skipRegularExpression() {
        var isInClass = false
        index += 1
        while index < bytes.count, bytes[index] != "\n", isInClass || bytes[index] != "/" {
            if bytes[index] == "[" { isInClass = true } else if bytes[index] == "]" { isInClass = false }
            index += bytes[index] == "\\" ? 2 : 1
        }
        index = min(index + 1, bytes.count)
        expectsValue = false
    }

    /// With the code in its `${…}`, in which other templates may stand.
    private mutating func skipTemplate() {
        index += 1
        while index < bytes.count, bytes[index] != "`" {
            if bytes[index] == "\\" {
                index += 2
            } else if bytes[index...].begins(with: "${") {
                index += 2
                skipSubstitution()
            } else {
                index += 1
            }
        }
        index = min(index + 1, bytes.count)
        (expectsValue, clause) = (false, .none)
    }

    private mutating func skipSubstitution() {
        var depth = 1
        while index < bytes.count, depth > 0 {
            if bytes[index] == "{" { depth += 1 } else if bytes[index] == "}" { depth -= 1 }
            if depth > 0 { readToken() } else { index += 1 }
        }
    }
}
