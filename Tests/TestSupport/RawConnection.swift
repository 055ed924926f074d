import Foundation
import Testing

/// A connection that carries bytes as they are.
package final class RawConnection: Sendable {
    private let descriptor: Int32

    /// Whether somebody listens there by now.
    package static func isListening(_ port: Int) -> Bool {
        let descriptor = unconnected()
        defer { close(descriptor) }
        return isConnected(descriptor, to: port)
    }

    package init(port: Int) throws {
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

    package func send(_ method: String, _ target: String, _ headers: [String: String] = [:]) throws {
        let lines = ["\(method) \(target) HTTP/1.1", "Host: localhost"] + headers.map { "\($0): \($1)" } + ["", ""]
        let bytes = Array(lines.joined(separator: "\r\n").utf8)
        try #require(write(descriptor, bytes, bytes.count) == bytes.count)
    }

    /// Reads nothing until the server gives up.
    ///
    /// - Returns: whether it did.
    package func isGivenUp() async -> Bool {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [descriptor] in
                var socket = pollfd(fd: descriptor, events: 0, revents: 0)
                // A system that gives up on a connection tells the other end only when that says something. It asks whether there is
                // room after 200 ms in which it has heard nothing: who says something more often is never asked.
                for _ in 0..<60 {
                    _ = Foundation.send(descriptor, " ", 1, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
                    if poll(&socket, 1, 2_000) == 1 { return continuation.resume(returning: true) }
                }
                continuation.resume(returning: false)
            }
        }
    }

    /// What has come, once there is something; empty at the end.
    package func read() async throws -> [UInt8] {
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

    package func readToEnd() async throws -> [UInt8] {
        var bytes: [UInt8] = []
        while case let chunk = try await read(), !chunk.isEmpty { bytes += chunk }
        return bytes
    }

    /// Everything up to and with the text.
    @discardableResult
    package func read(until text: String) async throws -> String {
        var all = ""
        while !all.contains(text) {
            let chunk = try await read()
            try #require(!chunk.isEmpty, "the end came before '\(text)': \(all)")
            all += String(decoding: chunk, as: UTF8.self)
        }
        return all
    }
}
