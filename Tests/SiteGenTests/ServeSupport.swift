import Foundation
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import SiteBuild
@testable import SiteServe

extension ServedOutput {
    /// That of a build of Marquee's.
    init(folder: URL) {
        self.init(folder: folder, changeMark: OutputFolder.changeMark(of: folder))
    }
}

/// A folder of files, served for real.
struct ServedSite {
    let folder: TemporaryFolder
    var root = ""
    var isReloading = false

    static let page = "<!DOCTYPE html><title>Up</title><body><p>Up, 2009</p></body></html>\n"
    static let missing = "<!DOCTYPE html><title>Not found</title><body><p>Not here</p></body></html>\n"

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(Self.page, to: "dist/index.html")
        try folder.write(Self.page, to: "dist/movies/up-2009/index.html")
        try folder.write(Self.missing, to: "dist/404.html")
        try folder.write("0123456789", to: "dist/digits.txt")
        try folder.write("secret", to: "dist/.marquee")
        try folder.write("secret", to: "secret.txt")
    }

    var output: ServedOutput { ServedOutput(folder: folder.url.appending(path: "dist")) }

    /// Runs `body` with what asks a server of this folder.
    func serve(_ body: @escaping @Sendable (SiteVisitor) async throws -> Void) async throws {
        let server = SiteServer(output: output, host: "127.0.0.1", port: 0, root: root, isReloading: isReloading)
        try await server.application().test(.live) { client in
            try await body(SiteVisitor(port: try #require(client.port)))
        }
    }
}

extension LiveReload {
    /// Runs `body` with the port of a server that has this live reload.
    func serve(_ body: @escaping @Sendable (Int) async throws -> Void) async throws {
        let responder = SiteResponder(folder: SiteFolder(path: output.folder.path), root: root, liveReload: self)
        try await Application(responder: responder).test(.live) { try await body(#require($0.port)) }
    }
}

/// Sends requests to the letter: a library that knows addresses would tidy them up first.
struct SiteVisitor: Sendable {
    let port: Int

    /// The answer to one request, on a connection of its own.
    func ask(_ target: String, method: String = "GET", _ headers: [String: String] = [:]) async throws -> SiteAnswer {
        let connection = try RawConnection(port: port)
        try connection.send(method, target, headers.merging(["Connection": "close"]) { $1 })
        return try SiteAnswer(await connection.readToEnd())
    }
}

/// An answer as it came over the wire.
struct SiteAnswer {
    let status: Int
    let headers: [String: String]
    let body: String

    init(_ bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        let head = try #require(text.firstRange(of: "\r\n\r\n"), "no answer: \(text)")
        let lines = text[..<head.lowerBound].split(separator: "\r\n")
        status = try #require(lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) })
        let fields = lines.dropFirst().compactMap { line -> (String, String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (line[..<colon].lowercased(), String(line[colon...].dropFirst(2)))
        }
        headers = Dictionary(fields) { $0 + ", " + $1 }
        body = String(text[head.upperBound...])
    }

    subscript(name: String) -> String? { headers[name] }
}

/// A connection that carries bytes as they are.
final class RawConnection: Sendable {
    private let descriptor: Int32

    /// Whether somebody listens there by now.
    static func isListening(_ port: Int) -> Bool {
        let descriptor = unconnected()
        defer { close(descriptor) }
        return isConnected(descriptor, to: port)
    }

    init(port: Int) throws {
        descriptor = Self.unconnected()
        // Who has no answer by then has none coming; on a busy machine whole suites wait for one another.
        var patience = timeval(tv_sec: 900, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        try #require(Self.isConnected(descriptor, to: port), "nobody listens on \(port)")
    }

    private static func unconnected() -> Int32 {
        #if canImport(Darwin)
            let stream = SOCK_STREAM
        #else
            let stream = Int32(SOCK_STREAM.rawValue)
        #endif
        return socket(AF_INET, stream, 0)
    }

    private static func isConnected(_ descriptor: Int32, to port: Int) -> Bool {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = UInt16(port).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                connect(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    deinit {
        close(descriptor)
    }

    func send(_ method: String, _ target: String, _ headers: [String: String] = [:]) throws {
        let lines = ["\(method) \(target) HTTP/1.1", "Host: localhost"] + headers.map { "\($0): \($1)" } + ["", ""]
        let bytes = Array(lines.joined(separator: "\r\n").utf8)
        try #require(write(descriptor, bytes, bytes.count) == bytes.count)
    }

    /// Reads nothing until the server gives up.
    ///
    /// - Returns: whether it did.
    func isGivenUp() async -> Bool {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [descriptor] in
                var socket = pollfd(fd: descriptor, events: 0, revents: 0)
                // A system that gives up on a connection tells the other end only when that says something.
                for _ in 0..<600 {
                    _ = Foundation.send(descriptor, " ", 1, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
                    if poll(&socket, 1, 200) == 1 { return continuation.resume(returning: true) }
                }
                continuation.resume(returning: false)
            }
        }
    }

    /// What has come, once there is something; empty at the end.
    func read() async throws -> [UInt8] {
        // On a thread of its own: those that run tests are few, and the server under test needs them.
        let chunk: [UInt8]? = await withCheckedContinuation { continuation in
            Thread.detachNewThread { [descriptor] in
                var chunk = [UInt8](repeating: 0, count: 1 << 16)
                let count = Foundation.read(descriptor, &chunk, chunk.count)
                continuation.resume(returning: count < 0 ? nil : Array(chunk.prefix(count)))
            }
        }
        return try #require(chunk, "nothing came")
    }

    func readToEnd() async throws -> [UInt8] {
        var bytes: [UInt8] = []
        while case let chunk = try await read(), !chunk.isEmpty { bytes += chunk }
        return bytes
    }

    /// Everything up to and with the text.
    @discardableResult
    func read(until text: String) async throws -> String {
        var all = ""
        while !all.contains(text) {
            let chunk = try await read()
            try #require(!chunk.isEmpty, "the end came before '\(text)': \(all)")
            all += String(decoding: chunk, as: UTF8.self)
        }
        return all
    }
}

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
