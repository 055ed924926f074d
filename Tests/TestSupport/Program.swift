package import Foundation

/// A program of this package as a person runs it.
package struct Program {
    package struct Result: Sendable {
        package let exitCode: Int32
        package let output: String
        package let errors: String
    }

    private let executable: URL

    /// Where the program lies, and those that belong to it.
    package var folder: URL { executable.deletingLastPathComponent() }

    /// - Parameter name: of the product, which lies beside the tests.
    package init(_ name: String) {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let tests = bundle ?? URL(filePath: CommandLine.arguments[0])
        executable = tests.deletingLastPathComponent().appending(path: name)
    }

    /// A program of the system.
    package init(executable: URL) {
        self.executable = executable
    }

    /// A program that was started and goes on.
    package final class Running {
        private let process: Process
        private let scratch: TemporaryFolder

        fileprivate init(_ process: Process, _ scratch: TemporaryFolder) {
            self.process = process
            self.scratch = scratch
        }

        deinit {
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        }

        /// What it has said so far.
        package func output() throws -> String { try scratch.read("output") }
        package func errors() throws -> String { try scratch.read("errors") }

        /// - Returns: its exit code, or the signal that ended it.
        package func stop(_ signal: Int32) -> Int32 {
            kill(process.processIdentifier, signal)
            process.waitUntilExit()
            return process.terminationStatus
        }
    }

    package func start(
        _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil
    ) throws -> Running {
        let (process, scratch) = try prepare(arguments, environment, in: folder)
        try process.run()
        return Running(process, scratch)
    }

    /// In seconds; a program that is still there was waiting for something that never comes.
    private static let patience = 300.0

    /// Runs it to its end, or ends it when nobody would wait any longer.
    package func run(
        _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil
    ) throws -> Result {
        let (process, scratch) = try prepare(arguments, environment, in: folder)
        try process.run()
        let identifier = process.processIdentifier
        let end = DispatchWorkItem { kill(identifier, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience, execute: end)
        process.waitUntilExit()
        end.cancel()
        return Result(
            exitCode: process.terminationStatus, output: try scratch.read("output"), errors: try scratch.read("errors"))
    }

    private func prepare(
        _ arguments: [String], _ environment: [String: String] = [:], in folder: URL?
    ) throws -> (Process, TemporaryFolder) {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        process.currentDirectoryURL = folder
        let scratch = try TemporaryFolder()
        let files = try ["output", "errors"].map { name in
            try scratch.write("", to: name)
            return try FileHandle(forWritingTo: scratch.url.appending(path: name))
        }
        process.standardOutput = files[0]
        process.standardError = files[1]
        return (process, scratch)
    }
}
