import Foundation
import GRDB
import Testing

/// A client that would keep a server from its end, if it could.
enum StuckClient: CaseIterable {
    case takesNoAnswers
    case takesNoLargeAnswers
    case sendsHalfAHead
    case sendsHalfABody
    case sendsHalfAChunk
    case waitsToBeToldToSend
    case followsAnAnswerWithHalfABody
    case watchesAndAnswersNoClose
    case watchesAndReadsNothing
    case asksToWatchBehindHalfABody

    private static let post = "POST /v1/holds HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"

    var reads: Bool {
        switch self {
        case .takesNoAnswers, .takesNoLargeAnswers, .watchesAndReadsNothing: false
        default: true
        }
    }

    var says: String {
        switch self {
        case .takesNoAnswers: String(repeating: "GET /health HTTP/1.1\r\nHost: x\r\n\r\n", count: 20_000)
        case .takesNoLargeAnswers: String(repeating: "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n", count: 20_000)
        case .sendsHalfAHead: "GET /health HTTP/1.1\r\nHos"
        case .sendsHalfABody: Self.post + "Content-Length: 100\r\n\r\n{"
        case .sendsHalfAChunk: Self.post + "Transfer-Encoding: chunked\r\n\r\n40\r\n{"
        case .waitsToBeToldToSend: Self.post + "Content-Length: 100\r\nExpect: 100-continue\r\n\r\n"
        case .followsAnAnswerWithHalfABody:
            "GET /health HTTP/1.1\r\nHost: x\r\n\r\n" + Self.post + "Content-Length: 100\r\n\r\n{"
        case .watchesAndAnswersNoClose, .watchesAndReadsNothing: TestWatcher.request()
        case .asksToWatchBehindHalfABody: Self.post + "Content-Length: 300\r\n\r\n" + TestWatcher.request()
        }
    }
}

@Suite("A program that is told to stop", .timeLimit(.minutes(3)))
struct ShutdownTests {
    @Test("it ends with 0, whatever its clients do", arguments: StuckClient.allCases)
    func stuck(client: StuckClient) async throws {
        let program = try await TestFolder().start()
        let connection = try await TestConnection(to: program.port, reads: client.reads)
        let sending = Task { try await connection.send(client.says) }
        defer { sending.cancel() }
        try await TestBuyer.connected(to: program.port) { buyer in
            while try await buyer.metric("marquee_connections") < 2 { try Task.checkCancellation() }
            // What was sent is read in the meantime.
            for _ in 1...100 { _ = try await buyer.seats() }
        }
        #expect(await program.stop() == 0)
    }

    @Test("it ends with 0 though another program keeps the store to itself")
    func lockedStore() async throws {
        let folder = try TestFolder()
        let program = try await folder.start()
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: folder.store, configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") }
        let buyers = try await withThrowingTaskGroup { group in
            for _ in 1...20 { group.addTask { try await TestConnection(to: program.port) } }
            return try await group.reduce(into: [TestConnection]()) { $0.append($1) }
        }
        let body = #"{"showtime":"show1","seats":[{"seat":"A1","ticketType":"adult"}]}"#
        for buyer in buyers {
            try await buyer.send(
                "POST /v1/holds HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
        }
        try await TestBuyer.connected(to: program.port) { buyer in
            while try await buyer.metric("marquee_http_requests_in_flight") < 21 { try Task.checkCancellation() }
        }
        #expect(await program.stop() == 0)
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    }

}
