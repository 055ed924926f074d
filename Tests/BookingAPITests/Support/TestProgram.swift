import Foundation
import Synchronization
import Testing

/// The real `booking-api`, as it was built beside these tests.
final class TestProgram: Sendable {
    struct Ended: Sendable {
        let status: Int32
        let output: String
        let errors: String
    }

    let port: Int
    private let process: Process
    private let exit: Exit
    private let errors: LineReader

    /// Starts the server on a free port and returns when it listens.
    init(catalog: String, store: String, options: [String] = []) async throws {
        process = Self.process(
            ["--catalog", catalog, "--store", "sqlite:\(store)", "--port", "0", "--holds-per-minute", "0"] + options)
        process.environment = Self.environment([:])
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = FileHandle.nullDevice
        errors = LineReader(pipe.fileHandleForReading)
        exit = Exit(process)
        try process.run()
        let line = try #require(await errors.first { $0.contains("listening on http://") }, "it never listened")
        port = try #require(line.firstMatch(of: #/listening on http://[^"]*:([0-9]+)/#).flatMap { Int($0.1) })
    }

    /// A test that fails must not leave its server behind.
    deinit {
        if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    }

    var log: String { errors.text }

    /// As a power cut would, but for the disk.
    func kill() async {
        _ = await stop(SIGKILL)
    }

    /// Asks it to stop and waits until it has.
    func stop(_ signal: Int32 = SIGTERM) async -> Int32 {
        Foundation.kill(process.processIdentifier, signal)
        return await exit.value
    }

    /// Runs the program until it ends by itself.
    static func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> Ended {
        try await run(arguments, environment: environment)
    }

    static func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Ended {
        let process = process(arguments)
        process.environment = Self.environment(environment)
        // Files, not pipes: other programs that start at this moment would inherit a pipe and keep it open.
        let (output, errors) = (try TemporaryFile(), try TemporaryFile())
        process.standardOutput = output.handle
        process.standardError = errors.handle
        let exit = Exit(process)
        try process.run()
        // A test that is given up must not leave a program that waits for ever.
        defer { if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) } }
        return Ended(status: await exit.value, output: try output.text, errors: try errors.text)
    }

    /// One for all programs of these tests. None may look for a key where the person's own is who runs them.
    private static let orderKey = URL.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString).order-key").path

    private static func environment(_ values: [String: String]) -> [String: String] {
        ProcessInfo.processInfo.environment.merging(["MARQUEE_ORDER_KEY": orderKey]) { $1 }.merging(values) { $1 }
    }

    private static func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = folder.appending(path: "booking-api")
        process.arguments = arguments
        return process
    }

    /// Where the package manager puts the test bundle and the programs.
    private static var folder: URL {
        #if os(macOS)
            Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }!.bundleURL.deletingLastPathComponent()
        #else
            URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        #endif
    }
}

/// The end of a process, without a thread that waits for it.
private final class Exit: Sendable {
    private let status: AsyncStream<Int32>

    /// The process must not have been started yet.
    init(_ process: Process) {
        let (status, continuation) = AsyncStream<Int32>.makeStream()
        self.status = status
        process.terminationHandler = { process in
            continuation.yield(process.terminationStatus)
            continuation.finish()
        }
    }

    var value: Int32 {
        get async { await status.first { _ in true } ?? -1 }
    }
}

private final class TemporaryFile {
    private let url = URL.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString).txt")
    let handle: FileHandle

    init() throws {
        try Data().write(to: url)
        handle = try FileHandle(forWritingTo: url)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    var text: String { get throws { try String(contentsOf: url, encoding: .utf8) } }
}

/// The lines that a program writes, as they come.
private final class LineReader: Sendable {
    private let state = Mutex("")
    private let lines: AsyncStream<String>

    init(_ handle: FileHandle) {
        let (lines, continuation) = AsyncStream<String>.makeStream()
        self.lines = lines
        let thread = Thread { [weak self] in
            var rest = Data()
            while case let data = handle.availableData, !data.isEmpty {
                rest += data
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    let line = String(decoding: rest[rest.startIndex..<end], as: UTF8.self)
                    self?.state.withLock { $0 += line + "\n" }
                    continuation.yield(line)
                    rest = Data(rest[rest.index(after: end)...])
                }
            }
            continuation.finish()
        }
        thread.start()
    }

    var text: String { state.withLock { $0 } }

    func first(where matches: (String) -> Bool) async -> String? {
        for await line in lines where matches(line) { return line }
        return nil
    }
}
