import Foundation
import Logging

/// How the log looks.
enum LogFormat: String, CaseIterable {
    /// A line of JSON for each message, for programs.
    case json
    /// For people.
    case text

    /// People read a terminal, programs all else.
    static var standard: LogFormat { isatty(STDERR_FILENO) == 1 ? .text : .json }

    func handler(_ label: String, level: Logger.Level) -> any LogHandler {
        switch self {
        case .json: return JSONLogHandler(level: level, output: .standardError)
        case .text:
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
    }
}
