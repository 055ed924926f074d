/// Which form of a word a number takes, in the categories of Unicode CLDR: one line for each language.
package struct PluralRule: Sendable {
    package enum Form: String, CaseIterable, Sendable {
        case zero, one, two, few, many, other
    }

    /// Those that the language has; `other` is always among them.
    package let forms: [Form]
    private let choose: @Sendable (Int) -> Form

    package func form(of count: Int) -> Form { choose(count) }

    /// - Parameter language: a BCP 47 code; its first part decides.
    /// - Returns: `nil` for a language that has no line yet.
    package init?(of language: String) {
        guard let rule = Self.rules[String(language.prefix { $0 != "-" })] else { return nil }
        self = rule
    }

    private init(_ forms: [Form], _ choose: @escaping @Sendable (Int) -> Form) {
        self.forms = forms
        self.choose = choose
    }

    package static let english = PluralRule([.one, .other]) { $0 == 1 ? .one : .other }

    private static let rules = ["en": english]
}
