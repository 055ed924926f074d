import Foundation
import TestSupport
import Testing

/// The real `sitegen serve`, as it was built beside these tests, on a free port.
final class ServeProgram: Sendable {
    /// What it said when it was ready.
    let greeting: String
    let port: Int
    private let process: Process

    /// Returns when the server listens.
    init(_ arguments: String..., in folder: TemporaryFolder) async throws {
        process = Process()
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let tests = bundle ?? URL(filePath: CommandLine.arguments[0])
        process.executableURL = tests.deletingLastPathComponent().appending(path: "sitegen")
        process.arguments = ["serve", "--port", "0"] + arguments
        process.currentDirectoryURL = folder.url
        let log = try folder.write("", to: "serve-\(UUID().uuidString).log")
        process.standardError = try FileHandle(forWritingTo: URL(filePath: log))
        try process.run()
        let process = process
        let text = try await eventually { () -> String? in
            let text = try String(contentsOfFile: log, encoding: .utf8)
            return text.hasSuffix("\n") || !process.isRunning ? text : nil
        }
        greeting = text.trimmingCharacters(in: .newlines)
        let address = try #require(URL(string: String(greeting.split(separator: " ").last ?? "")), "\(text)")
        port = try #require(address.port, "\(text)")
    }

    /// A test that fails must not leave its server behind.
    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// - Returns: its exit code, or the signal that ended it.
    func stop(_ signal: Int32) async throws -> Int32 {
        kill(process.processIdentifier, signal)
        let process = process
        return try await eventually { process.isRunning ? nil : process.terminationStatus }
    }
}

/// The first value there is; within a quarter of an hour there must be one, on the busiest machine too.
private func eventually<Value>(_ value: () throws -> Value?) async throws -> Value {
    let deadline = ContinuousClock.now + .seconds(900)
    while ContinuousClock.now < deadline {
        if let value = try value() { return value }
        try await Task.sleep(for: .milliseconds(5))
    }
    return try #require(try value(), "it took too long")
}
