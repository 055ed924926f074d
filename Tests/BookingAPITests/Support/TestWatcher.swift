import Foundation
import Testing

/// A browser's side of a live socket (RFC 6455), which can also be a bad one.
struct TestWatcher: Sendable {
    struct Message: Decodable, Hashable {
        let type: String
        /// Of a snapshot.
        var epoch: String?
        /// Of a snapshot.
        var seatsPerHold: Int?
        let version: Int
        let sold: [String]
        let held: [String]
        var released: [String]?
    }

    struct Frame: Hashable {
        let opcode: UInt8
        let payload: [UInt8]

        /// Of a close.
        var code: Int? {
            opcode == 8 && payload.count >= 2 ? Int(payload[0]) << 8 | Int(payload[1]) : nil
        }
    }

    let connection: TestConnection
    /// What the server answered to the request.
    let answer: String

    /// - Parameter connection: one that is there already.
    init(
        of showtime: String = "show1", at port: Int, headers: String = "", version: Int = 13,
        key: String = "dGhlIHNhbXBsZSBub25jZQ==", over connection: TestConnection? = nil
    ) async throws {
        if let connection {
            self.connection = connection
        } else {
            self.connection = try await TestConnection(to: port)
        }
        try await self.connection.send(Self.request(showtime, headers, version: version, key: key))
        answer = await self.connection.readAnswer()
    }

    static func request(
        _ showtime: String = "show1", _ headers: String = "", version: Int = 13,
        key: String = "dGhlIHNhbXBsZSBub25jZQ=="
    ) -> String {
        """
        GET /v1/showtimes/\(showtime)/live HTTP/1.1\r
        Host: localhost\r
        Upgrade: websocket\r
        Connection: keep-alive, Upgrade\r
        Sec-WebSocket-Key: \(key)\r
        Sec-WebSocket-Version: \(version)\r
        \(headers)\r

        """
    }

    var status: Int { Int(answer.split(separator: " ").dropFirst().first ?? "") ?? 0 }

    /// The next message; pings are left out.
    func message() async throws -> Message {
        while true {
            let frame = try #require(await frame(), "the connection has ended")
            if frame.opcode == 9 { continue }
            try #require(frame.opcode == 1, "no message, but \(frame)")
            return try JSONDecoder().decode(Message.self, from: Data(frame.payload))
        }
    }

    /// - Returns: `nil` at the end of the connection.
    func frame() async -> Frame? {
        let head = await connection.read(2)
        guard head.count == 2 else { return nil }
        var length = Int(head[1] & 0x7F)
        let longer = [126: 2, 127: 8][length, default: 0]
        if longer > 0 { length = await connection.read(longer).reduce(0) { $0 << 8 | Int($1) } }
        return Frame(opcode: head[0] & 0x0F, payload: await connection.read(length))
    }

    /// The code with which the server ends it.
    func closeCode() async -> Int? {
        while let frame = await frame() {
            if let code = frame.code { return code }
        }
        return nil
    }

    func send(_ opcode: UInt8, _ payload: [UInt8] = [], isMasked: Bool = true, isLast: Bool = true) async throws {
        var bytes = [(isLast ? 0x80 : 0) | opcode]
        let maskBit: UInt8 = isMasked ? 0x80 : 0
        if payload.count < 126 {
            bytes.append(maskBit | UInt8(payload.count))
        } else {
            bytes += [maskBit | 126, UInt8(payload.count >> 8), UInt8(payload.count & 0xFF)]
        }
        let mask: [UInt8] = [1, 2, 3, 4]
        bytes += isMasked ? mask + payload.enumerated().map { $1 ^ mask[$0 % 4] } : payload
        try await connection.send(bytes)
    }
}
