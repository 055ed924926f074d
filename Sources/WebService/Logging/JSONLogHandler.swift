import Foundation
import Logging
import StrictJSON

/// Writes each message as one line of JSON: `time`, `level` and `message`, then what else is known of it by name.
struct JSONLogHandler: LogHandler {
    private static let reserved: Set<String> = ["time", "level", "message"]

    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    let output: LogOutput
    let now: @Sendable () -> Date

    init(level: Logger.Level, output: LogOutput, now: @escaping @Sendable () -> Date = { Date() }) {
        logLevel = level
        self.output = output
        self.now = now
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line = #"{"time":""# + Self.time(now()) + #"","level":""# + event.level.rawValue + #"","message":"#
        line.appendQuoted(event.message.description)
        var known = metadata.merging(event.metadata ?? [:]) { $1 }
        if let error = event.error {
            // Its type alone: a description may quote what a client has said.
            known["error"] = "\(type(of: error))"
        }
        for (name, value) in known.sorted(by: { $0.key < $1.key }) {
            line += ","
            line.appendQuoted(Self.reserved.contains(name) ? name + "_" : name)
            line += ":"
            Self.append(value, to: &line)
        }
        output.write(line + "}\n")
    }

    private static func time(_ date: Date) -> String {
        date.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: true)) + "Z"
    }

    private static func append(_ value: Logger.MetadataValue, to line: inout String) {
        switch value {
        case .string(let text): line.appendQuoted(text)
        case .stringConvertible(let value): line.appendQuoted(value.description)
        case .array(let values):
            line += "["
            for (index, value) in values.enumerated() {
                if index > 0 { line += "," }
                append(value, to: &line)
            }
            line += "]"
        case .dictionary(let values):
            line += "{"
            for (index, (name, value)) in values.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { line += "," }
                line.appendQuoted(name)
                line += ":"
                append(value, to: &line)
            }
            line += "}"
        }
    }
}
