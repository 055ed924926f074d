import ArgumentParser
import Logging
package import Settings

/// How a service logs, and what.
package struct LogOptions: ParsableArguments {
    package static let format = Setting(
        "log-format", defaultInWords: "text on a terminal, else json", "How the log looks: json or text.")
    package static let level = Setting(
        "log-level", default: Logger.Level.info.rawValue,
        "What is logged: trace, debug (each request), info, notice, warning, error or critical, and all that is graver."
    )

    @Option(LogOptions.format) var logFormat: String?
    @Option(LogOptions.level) var logLevel: String?

    package init() {}

    /// Sets it for all that this process logs from now on; to be called once.
    package func begin(_ settings: Settings) throws {
        let format = try Self.choice(Self.format, logFormat, settings, among: LogFormat.allCases) ?? .standard
        let level = try Self.choice(Self.level, logLevel, settings, among: Logger.Level.allCases) ?? .info
        LoggingSystem.bootstrap { label in format.handler(label, level: level) }
    }

    private static func choice<Choice: RawRepresentable>(
        _ setting: Setting, _ given: String?, _ settings: Settings, among choices: [Choice]
    ) throws -> Choice? where Choice.RawValue == String {
        guard let text = settings.text(setting, given) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let names = choices.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--\(setting.name): '\(text)' is none of \(names)")
        }
        return choice
    }
}
