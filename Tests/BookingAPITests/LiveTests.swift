import Booking
import BookingSQLite
import BookingService
import Cinema
import Foundation
import HTTPTypes
import LiveChannel
import Testing
import WebOrigin
import WebService

@Suite("Live seats", .timeLimit(.minutes(10)))
struct LiveTests {
    private static let site = "https://cinema.example"

    @Test("who watches is told the seats, then every hold, release and sale, as all others are")
    func changes() async throws {
        let parts = try TestParts()
        try await parts.listen { port in
            try await TestBuyer.connected(to: port) { buyer in
                _ = try await buyer.hold("A1")
                let first = try await TestWatcher(at: port)
                #expect(first.status == 101)
                // The example of RFC 6455, 1.3.
                #expect(first.answer.contains("sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"))
                let second = try await TestWatcher(at: port)
                let epoch = try #require(try await buyer.seats().json["epoch"] as? String)
                #expect(epoch == (try parts.store().epoch))
                for watcher in [first, second] {
                    let snapshot = try await watcher.message()
                    #expect(
                        snapshot
                            == .init(
                                type: "snapshot", epoch: epoch, seatsPerHold: 10, version: 1, sold: [], held: ["A1"]))
                }
                let hold = try await buyer.hold("B5")
                _ = try await buyer.call(.delete, "/v1/holds/\(try await buyer.hold("B6").id)")
                _ = try await buyer.pay(hold.id)
                for watcher in [first, second] {
                    func expect(
                        _ version: Int, sold: [String] = [], held: [String] = [], released: [String] = []
                    )
                        async throws
                    {
                        let message = try await watcher.message()
                        #expect(
                            message
                                == .init(type: "change", version: version, sold: sold, held: held, released: released))
                    }
                    try await expect(2, held: ["B5"])
                    try await expect(3, held: ["B6"])
                    try await expect(4, released: ["B6"])
                    try await expect(5, sold: ["B5"])
                }
            }
        }
    }

    @Test("a hold that nobody asks about any more is told to be over when it is, and not before")
    func expiry() async throws {
        let folder = try TestFolder()
        let program = try await folder.start("--hold-seconds", "1")
        try await TestBuyer.connected(to: program.port) { buyer in
            let watcher = try await TestWatcher(at: program.port)
            #expect(try await watcher.message().held == [])
            let asked = ContinuousClock.now
            let hold = try await buyer.hold("A1", "A2")
            #expect(try await watcher.message().held == ["A1", "A2"])
            // How long news takes on this machine just now.
            let news = ContinuousClock.now - asked
            let over = try await watcher.message()
            #expect(over.version == 2 && over.released == ["A1", "A2"])
            let format = ISO8601DateFormatter()
            format.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
            let end = try #require(format.date(from: hold.json["expiresAt"] as? String ?? ""))
            // The sweeper, which comes every ten seconds, is not waited for.
            let late = Duration.seconds(Date().timeIntervalSince(end))
            #expect(.zero <= late && late < .seconds(2) + news * 20)
        }
        #expect(await program.stop() == 0)
    }

    @Test("200 holds at once are told in order, each once, to someone who came among them")
    func order() async throws {
        let parts = try TestParts()
        // All buyers come from this machine, which is one client.
        let policy = BookingPolicy(openSeats: OpenSeatsLimit(inShowing: nil, inAll: nil))
        try await parts.listen(BookingConfiguration(policy: policy), store: parts.store(policy: policy)) { port in
            let early = try await TestWatcher(at: port)
            async let late = TestWatcher(at: port)
            try await withThrowingTaskGroup { group in
                for row in ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"] {
                    group.addTask {
                        try await TestBuyer.connected(to: port) { buyer in
                            for seat in 1...20 {
                                let hold = try await buyer.hold("\(row)\(seat)")
                                #expect(hold.status == 201)
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            for watcher in [early, try await late] {
                let snapshot = try await watcher.message()
                #expect(snapshot.type == "snapshot")
                var (held, version) = (Set(snapshot.held), snapshot.version)
                while held.count < 200 {
                    let change = try await watcher.message()
                    #expect(change.type == "change" && change.version == version + 1)
                    version = change.version
                    held.formUnion(change.held)
                }
                let seats = try await TestBuyer.connected(to: port) { Set(try await $0.seats().held) }
                #expect(held == seats && held.count == 200)
            }
        }
    }

    @Test("who watches at one server is told what is held at another, and then goes on with its own")
    func twoServers() async throws {
        let parts = try TestParts()
        try await parts.listen { first in
            try await parts.listen { second in
                let watcher = try await TestWatcher(at: second)
                #expect(try await watcher.message().version == 0)
                _ = try await TestBuyer.connected(to: first) { try await $0.hold("A1") }
                let snapshot = try await watcher.message()
                #expect(snapshot.type == "snapshot" && snapshot.version == 1 && snapshot.held == ["A1"])
                _ = try await TestBuyer.connected(to: second) { try await $0.hold("A2") }
                let change = try await watcher.message()
                #expect(change.type == "change" && change.version == 2 && change.held == ["A2"])
            }
        }
    }

    @Test("a version that is missing is made up for by a new snapshot")
    func gap() async throws {
        let parts = try TestParts()
        let store = ToldByTest(base: try parts.store())
        try await parts.listen(store: store) { port in
            let watcher = try await TestWatcher(at: port)
            let first = try await watcher.message()
            #expect(first.version == 0)
            try await TestBuyer.connected(to: port) { buyer in
                for seat in ["A1", "A2", "A3"] { _ = try await buyer.hold(seat) }
            }
            store.relay.publish([SeatChange(showtime: "other", version: 1, held: ["B1"])])
            store.relay.publish([SeatChange(showtime: "show1", version: 3, held: ["A3"])])
            let snapshot = try await watcher.message()
            #expect(
                snapshot
                    == .init(
                        type: "snapshot", epoch: first.epoch, seatsPerHold: 10, version: 3, sold: [],
                        held: ["A1", "A2", "A3"]))
            store.relay.publish([SeatChange(showtime: "show1", version: 4, released: ["A1"])])
            let change = try await watcher.message()
            #expect(change.version == 4 && change.released == ["A1"])
        }
    }

    @Test("pages of foreign origins may not watch; those of the cinema and programs may")
    func origins() async throws {
        let web = WebConfiguration(allowedOrigins: AllowedOrigins([try Origin(Self.site)]))
        try await TestParts().listen(BookingConfiguration(web: web)) {
            port in
            for (header, status) in [
                ("Origin: \(Self.site)\r\n", 101), ("", 101), ("Origin: https://evil.example\r\n", 403),
                ("Origin: null\r\n", 403), ("Origin: \(Self.site)/\r\n", 403),
            ] {
                let watcher = try await TestWatcher(at: port, headers: header)
                #expect(watcher.status == status, "\(header)")
                #expect((status == 403) == watcher.answer.contains(#""code":"origin_not_allowed""#))
            }
        }
        try await TestParts().listen { port in
            let watcher = try await TestWatcher(at: port, headers: "Origin: \(Self.site)\r\n")
            #expect(watcher.status == 403)
        }
    }

    @Test("a showtime that is unknown is not found, and the answer can be read to its end")
    func unknownShowtime() async throws {
        try await TestParts().listen { port in
            let watcher = try await TestWatcher(of: "nothing", at: port)
            #expect(watcher.status == 404 && watcher.answer.contains(#""code":"unknown_showtime""#))
            #expect(watcher.answer.contains("connection: close\r\n"))
            #expect(await watcher.connection.readToEnd().isEmpty)
        }
    }

    @Test("a plain GET is told to upgrade, and so is another version of WebSockets")
    func upgradeRequired() async throws {
        let answer = try await TestParts().run { try await $0.get("/v1/showtimes/show1/live") }
        #expect(answer.status == 426 && answer.code == "upgrade_required")
        #expect(answer.headers[.upgrade] == "websocket")
        try await TestParts().listen { port in
            let old = try await TestWatcher(at: port, version: 8)
            #expect(old.status == 426 && old.answer.contains("Sec-WebSocket-Version: 13\r\n"))
            #expect(try await TestWatcher(at: port, key: "short").status == 422)
            // U+212A is a `k` in small letters, and no letter of HTTP.
            let kelvin = try await TestConnection(to: port)
            try await kelvin.send(TestWatcher.request().replacing("websocket", with: "websoc\u{212A}et"))
            #expect(await kelvin.readAnswer().hasPrefix("HTTP/1.1 426"))
        }
    }

    @Test("a connection may ask for other things first, also in one breath")
    func laterRequest() async throws {
        try await TestParts().listen { port in
            let connection = try await TestConnection(to: port)
            try await connection.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(await connection.readAnswer().hasPrefix("HTTP/1.1 200"))
            let watcher = try await TestWatcher(at: port, over: connection)
            #expect(try await watcher.message().type == "snapshot")

            let hasty = try await TestConnection(to: port)
            try await hasty.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n" + TestWatcher.request())
            #expect(await hasty.readAnswer().hasPrefix("HTTP/1.1 200"))
            #expect(await hasty.readAnswer().hasPrefix("HTTP/1.1 101"))
        }
    }

    @Test("pings are answered, messages are ignored, and a close is answered with a close")
    func clientFrames() async throws {
        try await TestParts().listen { port in
            let watcher = try await TestWatcher(at: port)
            _ = try await watcher.message()
            try await watcher.send(1, Array("hello".utf8), isLast: false)
            try await watcher.send(9, Array("still there?".utf8))
            try await watcher.send(0, Array("world".utf8))
            #expect(await watcher.frame() == .init(opcode: 10, payload: Array("still there?".utf8)))
            try await watcher.send(8, [0x03, 0xE8])
            #expect(await watcher.frame()?.code == 1000)
            #expect(await watcher.frame() == nil)
        }
    }

    @Test("a frame that is too large is refused, and one that is not masked")
    func badFrames() async throws {
        try await TestParts().listen { port in
            let large = try await TestWatcher(at: port)
            try await large.send(2, [UInt8](repeating: 1, count: 4097))
            #expect(await large.closeCode() == 1009)
            let bare = try await TestWatcher(at: port)
            try await bare.send(1, [1], isMasked: false)
            #expect(await bare.closeCode() == 1002)
        }
    }

    @Test("a client that sends without end is let go")
    func chatter() async throws {
        try await TestParts().listen { port in
            let watcher = try await TestWatcher(at: port)
            for _ in 0...100 { try await watcher.send(10) }
            #expect(await watcher.closeCode() == 1008)
        }
    }

    @Test("who does not read is dropped, while others are told everything")
    func slowReader() async throws {
        let parts = try TestParts()
        let store = ToldByTest(base: try parts.store())
        try await parts.listen(store: store) { port in
            let slow = try await TestConnection(to: port, reads: false)
            try await slow.send(TestWatcher.request())
            let quick = try await TestWatcher(at: port)
            _ = try await quick.message()
            let seats = (1...2000).map { SeatName(stored: "A\($0)") }
            try await TestBuyer.connected(to: port) { buyer in
                while try await buyer.metric("marquee_live_sockets") < 2 { try Task.checkCancellation() }
                var version = 0
                while try await buyer.metric("marquee_live_sockets_dropped_total") == 0 {
                    version += 1
                    store.relay.publish([SeatChange(showtime: "show1", version: version, held: seats)])
                    #expect(try await quick.message().version == version)
                    try #require(version < 5000, "it is never dropped")
                }
                // The buffers of the system and of the channel, 64 KiB each, have room for some of 12 KiB.
                #expect(version > 4)
            }
        }
    }

    @Test("one client address has so many sockets, and gets the place of one that it closes")
    func socketsPerClient() async throws {
        try await TestParts().listen(BookingConfiguration(live: LiveLimits(socketsPerClient: 2))) { port in
            let first = try await TestWatcher(at: port)
            #expect(try await TestWatcher(at: port).status == 101)
            let third = try await TestWatcher(at: port)
            #expect(third.status == 429 && third.answer.contains("Retry-After: 10\r\n"))
            try await first.send(8)
            while await first.frame() != nil {}
            #expect(try await TestWatcher(at: port).status == 101)
        }
    }

    @Test("live sockets leave room for those who buy")
    func room() async throws {
        let limits = ServerLimits(maximumConnections: 4)
        try await TestParts().listen(BookingConfiguration(web: WebConfiguration(limits: limits))) { port in
            var watchers: [TestWatcher] = []
            for _ in 1...3 { watchers.append(try await TestWatcher(at: port)) }
            #expect(watchers.map(\.status) == [101, 101, 101])
            let fourth = try await TestWatcher(at: port)
            #expect(fourth.status == 503 && fourth.answer.contains(#""code":"overloaded""#))
        }
    }
}

/// A store that says nothing of its changes; the test says what it wants.
private struct ToldByTest: ForwardingStore {
    let base: any BookingStore
    let relay = SeatChangeRelay()
    var changes: any SeatChangeFeed { relay }
}
