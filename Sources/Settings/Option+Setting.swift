package import ArgumentParser

// Options of commands, by their settings: `@Option(ServerSettings.holdSeconds) var holdSeconds: Int?`

extension Option {
    package init(_ setting: Setting) where Value == String? {
        self.init(name: .customLong(setting.name), help: ArgumentHelp(stringLiteral: setting.help))
    }

    /// One that may be given several times.
    package init(wrappedValue: [String], _ setting: Setting) where Value == [String] {
        self.init(
            wrappedValue: wrappedValue, name: .customLong(setting.name), help: ArgumentHelp(stringLiteral: setting.help)
        )
    }

    package init(_ number: NumberSetting) where Value == Int? {
        self.init(name: .customLong(number.setting.name), help: ArgumentHelp(stringLiteral: number.setting.help))
    }
}
