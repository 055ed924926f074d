import Text

// Fields that may have several values, and those that are there and have none.
extension FieldReader {
    /// Whether a field is missing, or nothing but empty: a text that shows nothing, a list of nothing else.
    mutating func isEmpty(_ key: String) -> Bool {
        guard let value = value(key) else { return true }
        guard case .list(let items) = value.content else { return Self.showsNothing(value) }
        return items.allSatisfy(Self.showsNothing)
    }

    static func showsNothing(_ value: SourceValue) -> Bool {
        value.isNothing || value.text.map { (try? PlainText.line($0)) == "" } ?? false
    }

    /// A list, or a single value that stands for a list of one.
    mutating func items(_ key: String) -> [SourceValue] {
        guard let value = value(key) else { return [] }
        if case .list(let items) = value.content { return items.filter { !$0.isNothing } }
        return [value]
    }

    mutating func list(_ key: String) -> [Located] {
        items(key).compactMap { line($0, key) }
    }

    /// A list of which no entry may be empty, as somebody would miss what it stood for.
    mutating func wholeList(_ key: String) -> [Located] {
        guard !isEmpty(key), let value = value(key) else { return [] }
        guard case .list(let items) = value.content else { return list(key) }
        for item in items where Self.showsNothing(item) {
            note("'\(key)' has an empty entry; fill it in or take it out", at: item.position)
        }
        return list(key)
    }

    /// The entries of a section, also those that are empty: whoever reads them says that they are nothing.
    mutating func records(_ key: String) -> [SourceValue] {
        guard let value = value(key) else { return [] }
        if case .list(let items) = value.content { return items }
        return [value]
    }

    /// Languages, as BCP 47 codes.
    mutating func languages(_ key: String) -> [String] {
        items(key).compactMap { item in
            guard let text = line(item, key) else { return nil }
            switch LanguageTag.read(text.text, isBare: item.isBare) {
            case .tag(let tag): return tag
            case .problem(let message):
                note(message, at: item.position)
                return nil
            }
        }
    }

    mutating func texts(_ key: String) -> [String] {
        list(key).map(\.text)
    }
}
