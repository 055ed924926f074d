import ArgumentParser
import Logging
import Settings
import WebService

/// How the server logs, and what.
struct LogOptions {
    private let format: LogFormat
    private let level: Logger.Level

    init(_ command: ServeCommand, _ settings: Settings) throws {
        format = try Self.choice("log-format", command.logFormat, settings, among: LogFormat.allCases) ?? .standard
        level = try Self.choice("log-level", command.logLevel, settings, among: Logger.Level.allCases) ?? .info
    }

    /// Sets it for all that this process logs from now on; to be called once.
    func begin() {
        LoggingSystem.bootstrap { [format, level] label in format.handler(label, level: level) }
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
