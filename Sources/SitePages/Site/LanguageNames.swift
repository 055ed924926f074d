import Synchronization

/// The names of languages, each looked up once.
final class LanguageNames: Sendable {
    private let names: Mutex<[String: String]> = Mutex([:])

    subscript(code: String) -> String {
        guard !code.isEmpty else { return "" }
        return names.withLock { names in
            if let name = names[code] { return name }
            let name = Wording.language(code)
            names[code] = name
            return name
        }
    }
}
