import ArgumentParser
import Configuration

/// The environment as a source of options: `hold-seconds` is also `MARQUEE_HOLD_SECONDS`.
///
/// What is given on the command line counts more, a default less.
package struct Settings: Sendable {
    private let reader: ConfigReader

    /// Reads the environment of this process.
    package init() {
        reader = ConfigReader(provider: EnvironmentVariablesProvider()).scoped(to: "marquee")
    }

    package init(environment: [String: String]) {
        reader = ConfigReader(provider: EnvironmentVariablesProvider(environmentVariables: environment))
            .scoped(to: "marquee")
    }

    package static func variable(for option: String) -> String {
        "MARQUEE_" + option.uppercased().replacing("-", with: "_")
    }

    /// What the command line gives, else the environment, else the default; `nil` if there is none of them. A variable
    /// that is empty is as good as not set.
    package func text(_ setting: Setting, _ given: String?) -> String? {
        given ?? environment(setting) ?? setting.standard
    }

    /// The parts of a value between commas; the command line may also give several values.
    package func texts(_ setting: Setting, _ given: [String]) -> [String] {
        (given.isEmpty ? [environment(setting) ?? ""] : given).flatMap(Self.parts)
    }

    /// - Throws: ``SettingsError`` if the variable holds no number, `ValidationError` if a number is out of its range.
    package func number(_ number: NumberSetting, _ given: Int?) throws -> Int {
        let value = try given ?? environment(number) ?? number.standard
        guard number.range.contains(value) else {
            throw ValidationError(
                "--\(number.setting.name): \(value) is not a number from \(number.range.lowerBound) to \(number.range.upperBound)"
            )
        }
        return value
    }

    private func environment(_ number: NumberSetting) throws -> Int? {
        guard let text = environment(number.setting) else { return nil }
        guard let value = Int(text) else {
            throw SettingsError(variable: number.setting.variable, value: text)
        }
        return value
    }

    private func environment(_ setting: Setting) -> String? {
        reader.string(forKey: ConfigKey([setting.name]), isSecret: setting.isSecret).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// What stands between the commas of a value, without the blanks around it.
    package static func parts(of value: String) -> [String] {
        value.split(separator: ",").compactMap { part in
            part.firstIndex { !$0.isWhitespace }.flatMap { first in
                part.lastIndex { !$0.isWhitespace }.map { String(part[first...$0]) }
            }
        }
    }
}

package struct SettingsError: Error, Hashable, CustomStringConvertible {
    let variable: String
    let value: String

    package var description: String {
        "\(variable): '\(value)' is not a whole number; correct it or remove the variable"
    }
}
