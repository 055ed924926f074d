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

    /// - Returns: `nil` if the variable is not set, or empty.
    package func value(for option: String) -> String? {
        reader.string(forKey: ConfigKey([option])).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// - Throws: ``SettingsError`` if the variable holds no `Value`.
    package func value<Value: LosslessStringConvertible>(for option: String, as type: Value.Type) throws -> Value? {
        guard let text = value(for: option) else { return nil }
        guard let value = Value(text) else {
            throw SettingsError(variable: Self.variable(for: option), value: text, type: "\(type)")
        }
        return value
    }

    /// What stands between the commas of a value, without the blanks around it.
    package static func parts(of value: String) -> [String] {
        value.split(separator: ",").compactMap { part in
            part.firstIndex { !$0.isWhitespace }.flatMap { first in
                part.lastIndex { !$0.isWhitespace }.map { String(part[first...$0]) }
            }
        }
    }

    /// The parts of a value between commas.
    package func values(for option: String) -> [String] {
        Self.parts(of: value(for: option) ?? "")
    }
}

package struct SettingsError: Error, Hashable, CustomStringConvertible {
    let variable: String
    let value: String
    let type: String

    package var description: String {
        let kind = type == "Int" ? "whole number" : type
        return "\(variable): '\(value)' is not a \(kind); correct it or remove the variable"
    }
}
