import ArgumentParser
import Logging
package import Settings

/// How a service logs, and what.
package struct LogOptions: ParsableArguments {
    @Option(
        help: """
            How the log looks: json or text. (MARQUEE_LOG_FORMAT, default: text on a terminal, else json)
            """)
    var logFormat: String?

    @Option(
        help: """
            What is logged: trace, debug (each request), info, notice, warning, error or critical, and all that is \
            graver. (MARQUEE_LOG_LEVEL, default: info)
            """)
    var logLevel: String?

    package init() {}

    /// Sets it for all that this process logs from now on; to be called once.
    package func begin(_ settings: Settings) throws {
        let format = try Self.choice("log-format", logFormat, settings, among: LogFormat.allCases) ?? .standard
        let level = try Self.choice("log-level", logLevel, settings, among: Logger.Level.allCases) ?? .info
        LoggingSystem.bootstrap { label in format.handler(label, level: level) }
    }

    private static func choice<Choice: RawRepresentable>(
        _ option: String, _ given: String?, _ settings: Settings, among choices: [Choice]
    ) throws -> Choice? where Choice.RawValue == String {
        guard let text = given ?? settings.value(for: option) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let names = choices.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--\(option): '\(text)' is none of \(names)")
        }
        return choice
    }
}
