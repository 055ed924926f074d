/// An option of a program, said once: how it is called on the command line and in the environment, what it means, and
/// what holds where nobody gives it.
package struct Setting: Hashable, Sendable {
    /// Without its hyphens: `hold-seconds`.
    package let name: String
    /// As `--help` says it.
    package let meaning: String
    /// `nil` if the option may be missing.
    package let standard: String?
    /// What `--help` says in the place of a default that depends on others.
    package let standardInWords: String?
    /// Whether nobody may see the value: no message quotes it, and no log.
    package let isSecret: Bool

    package init(
        _ name: String, default standard: String? = nil, defaultInWords: String? = nil, isSecret: Bool = false,
        _ meaning: String
    ) {
        self.name = name
        self.meaning = meaning
        self.standard = standard
        standardInWords = defaultInWords ?? standard
        self.isSecret = isSecret
    }

    /// The same setting where it means something else, and has no value of its own by default.
    package func meaning(_ meaning: String, defaultInWords: String? = nil) -> Setting {
        Setting(name, defaultInWords: defaultInWords, isSecret: isSecret, meaning)
    }

    /// `MARQUEE_HOLD_SECONDS`
    package var variable: String { Settings.variable(for: name) }

    /// The meaning, and how else it can be given.
    package var help: String {
        let standard = standardInWords.map { ", default: \($0)" } ?? ""
        return "\(meaning) (\(variable)\(standard))"
    }
}

/// A setting that is a whole number.
package struct NumberSetting: Hashable, Sendable {
    package let setting: Setting
    package let range: ClosedRange<Int>
    package let standard: Int

    package init(_ name: String, in range: ClosedRange<Int>, default standard: Int, _ meaning: String) {
        setting = Setting(name, default: String(standard), meaning)
        self.range = range
        self.standard = standard
    }
}
