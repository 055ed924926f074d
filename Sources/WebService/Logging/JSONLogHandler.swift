import Foundation
import Logging
import Text

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
        var known = metadata.merging(event.metadata ?? [:]) { $1 }
        if let error = event.error {
            // Its type alone: a description may quote what a client has said.
            known["error"] = "\(type(of: error))"
        }
        var line = JSONWriter()
        line.object { line in
            line.member("time", Self.time(now()))
            line.member("level", event.level.rawValue)
            line.member("message", event.message.description)
            for (name, value) in known.sorted(by: { $0.key < $1.key }) {
                line.member(named: Self.reserved.contains(name) ? name + "_" : name) { Self.write(value, to: &$0) }
            }
        }
        output.write(line.text + "\n")
    }

    private static func time(_ date: Date) -> String {
        date.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: true)) + "Z"
    }

    private static func write(_ value: Logger.MetadataValue, to line: inout JSONWriter) {
        switch value {
        case .string(let text): line.string(text)
        case .stringConvertible(let value): line.string(value.description)
        case .array(let values):
            line.array { line in values.forEach { write($0, to: &line) } }
        case .dictionary(let values):
            line.object { line in
                for (name, value) in values.sorted(by: { $0.key < $1.key }) {
                    line.member(named: name) { write(value, to: &$0) }
                }
            }
        }
    }
}
