import Booking
import BookingSQLite
import Catalog
import Foundation
import GRDB
import TestSupport
import Testing

/// One at a time: each test starts programs of its own.
@Suite("The program booking-api", .serialized)
struct ProgramTests {
    let folder = Result { try TestFolder() }

    @Test("it sells from a catalog file, and stops cleanly when asked", arguments: [SIGTERM, SIGINT])
    func sells(signal: Int32) async throws {
        let folder = try folder.get()
        let program = try await folder.start()
        let ticket = try await TestBuyer.connected(to: program.port) { buyer in
            let hold = try await buyer.hold("A1", "A8")
            #expect(hold.status == 201)
            let paid = try await buyer.pay(hold.id)
            let tickets = try #require(paid.order["tickets"] as? [[String: Any]])
            return try await buyer.get("/v1/tickets/\(try #require(tickets[0]["id"] as? String))")
        }
        #expect(await program.stop(signal) == 0)

        let code = try #require(ticket.json["code"] as? String)
        let key = folder.store + ".ticket-key"
        let verified = try await TestProgram.run("verify", code, "--ticket-key", key)
        #expect(verified.status == 0 && verified.output == "genuine: seat A1, adult, showtime show1\n")
        let forgery = code.dropLast() + (code.hasSuffix("A") ? "Q" : "A")
        let forged = try await TestProgram.run("verify", String(forgery), "--ticket-key", key)
        #expect(forged.status == 1 && forged.errors.hasPrefix("not genuine: "))
    }

    @Test("its log has no ids, names, addresses or cards")
    func log() async throws {
        let program = try await folder.get().start()
        let secrets = try await TestBuyer.connected(to: program.port) { buyer in
            let hold = try await buyer.hold("A1")
            let paid = try await buyer.pay(hold.id, key: "a-secret-key-of-mine")
            _ = try await buyer.get("/v1/holds/\(hold.id)")
            return [hold.id, paid.orderID, "Ada", "ada@example.org", "pm_card_visa", "a-secret-key-of-mine"]
        }
        _ = await program.stop()
        for secret in secrets {
            #expect(!secret.isEmpty && !program.log.contains(secret))
        }
    }

    @Test("asked to stop, it ends what it has begun, tells who watches, and goes at once")
    func gracefulShutdown() async throws {
        let program = try await folder.get().start()
        let watcher = try await TestWatcher(at: program.port)
        _ = try await watcher.message()
        let idle = try await TestConnection(to: program.port)
        let buying = try await TestConnection(to: program.port)
        let body = #"{"showtime":"show1","seats":[{"seat":"A1","ticketType":"adult"}]}"#
        try await buying.send(
            "POST /v1/holds HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n{")
        try await TestBuyer.connected(to: program.port) { buyer in
            while try await buyer.metric("marquee_http_requests_in_flight") < 2 { try Task.checkCancellation() }
        }

        async let status = program.stop()
        #expect(await watcher.closeCode() == 1001)
        try await watcher.send(8, [0x03, 0xE9])
        #expect(await watcher.frame() == nil)
        #expect(await idle.readToEnd() == "")
        try await buying.send(String(body.dropFirst()))
        #expect(await buying.readToEnd().hasPrefix("HTTP/1.1 201 "))
        #expect(await status == 0)
    }

    @Test("connections beyond the bound wait while all others are in the middle of something")
    func connectionLimit() async throws {
        let program = try await folder.get().start("--max-connections", "4")
        let metrics = "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n"
        var connections: [TestConnection] = []
        // One more is let in, for which another has to go as soon as one can.
        for number in 1...5 {
            let connection = try await TestConnection(to: program.port)
            try await connection.send(metrics)
            #expect(await connection.readAnswer().contains("\nmarquee_connections \(number)\n"))
            try await connection.send(
                "POST /v1/holds HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{")
            connections.append(connection)
        }
        // The system takes the connection; what is sent over it waits.
        let waiting = try await TestConnection(to: program.port)
        try await waiting.send(metrics)
        try await connections[0].send("}")
        #expect(await connections[0].readAnswer().hasPrefix("HTTP/1.1 422 "))
        #expect(await waiting.readAnswer().contains("\nmarquee_connections 5\n"))
        #expect(await program.stop() == 0)
        #expect(program.log.ranges(of: "all connections are taken").count == 1)
    }

    @Test("a port in use is one sentence and a failure")
    func portInUse() async throws {
        let folder = try folder.get()
        let program = try await folder.start()
        let second = try await TestProgram.run(
            "--catalog", folder.catalog, "--store", "sqlite:" + folder.path("other.sqlite"),
            "--port", String(program.port))
        #expect(second.status == 1)
        #expect(second.errors.contains("127.0.0.1:\(program.port) is in use by another program"))
        #expect(second.errors.split(separator: "\n").count == 1, "\(second.errors)")
        _ = await program.stop()
    }

    @Test(
        "a catalog that is missing, damaged, foreign or newer is one sentence and a failure",
        arguments: [
            ("missing", "there is no catalog"), ("damaged", "the catalog is damaged"),
            ("foreign", "is not a Marquee catalog"), ("newer", "was written by a newer version of Marquee"),
        ])
    func badCatalog(kind: String, sentence: String) async throws {
        let folder = try folder.get()
        let path = folder.path("\(kind).sqlite")
        switch kind {
        case "damaged": try Data(repeating: 0x58, count: 8192).write(to: URL(filePath: path))
        case "foreign": try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: "CREATE TABLE cat (name)") }
        case "newer":
            let write: (Database) throws -> Void = {
                try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999: the future')")
            }
            try Catalog(writingTo: path).write(write)
        default: break
        }
        let ended = try await TestProgram.run("--catalog", path, "--store", "sqlite:" + folder.store)
        expectSentence(sentence, ended)
    }

    @Test(
        "a store that cannot be used is one sentence and a failure",
        arguments: [
            ("/nowhere/booking.sqlite", "the booking store cannot be written"), ("/", "the booking store"),
        ])
    func badStore(path: String, sentence: String) async throws {
        let folder = try folder.get()
        let ended = try await TestProgram.run("--catalog", folder.catalog, "--store", "sqlite:" + path)
        expectSentence(sentence, ended)
    }

    @Test(
        "a damaged or newer store is one sentence and a failure",
        arguments: [
            ("damaged", "the booking store is damaged"), ("newer", "was written by a newer version of Marquee"),
        ])
    func strangeStore(kind: String, sentence: String) async throws {
        let folder = try folder.get()
        if kind == "damaged" {
            try Data(repeating: 0x58, count: 8192).write(to: URL(filePath: folder.store))
        } else {
            _ = try BookingEngine(sqlite: folder.store, keys: .test)
            try DatabaseQueue(path: folder.store).inDatabase { try $0.execute(sql: "PRAGMA user_version = 99") }
        }
        let ended = try await TestProgram.run("--catalog", folder.catalog, "--store", "sqlite:" + folder.store)
        expectSentence(sentence, ended)
    }

    @Test("a value that makes no sense is named, also from the environment")
    func badOptions() async throws {
        for (arguments, sentence) in [
            (["--store", "mysql://x"], "--store: 'mysql://x' is no store"),
            (["--port", "99999"], "--port: 99999 is not a number from 0 to 65535"),
            (["--allow-origin", "cinema.example"], "--allow-origin: 'cinema.example' is no origin"),
            (["--allow-origin", "https://cinema.example/"], "it has a path; write https://cinema.example;"),
            (["--allow-origin", "https://Kö.example/ , https://a.example"], "write https://xn--k-1ga.example;"),
            (["--allow-origin", "*"], "name each that may"),
            (["--public-url", "booking.example"], "--public-url: 'booking.example' is no address"),
            (["--trusted-proxy", "10.0.0.0/64"], "--trusted-proxy: '10.0.0.0/64' is no address or network"),
            (["--max-connections", "1"], "--max-connections: 1 is not a number from 4 to 1000000"),
        ] {
            let ended = try await TestProgram.run(arguments[0], arguments[1])
            #expect(ended.status != 0 && ended.errors.contains(sentence))
        }
        let ended = try await TestProgram.run(environment: ["MARQUEE_HOLD_SECONDS": "soon"])
        #expect(ended.status != 0)
        #expect(ended.errors.contains("MARQUEE_HOLD_SECONDS: 'soon' is not a whole number"))
    }

    @Test("an option is given once, but for those that may be repeated")
    func repeated() async throws {
        let twice = try await TestProgram.run("--port", "0", "--port=1")
        #expect(twice.status == 64 && twice.errors.hasPrefix("Error: --port is given twice; give it once"))
        for (command, values) in [
            ("serve", ["--allow-origin", "https://a.example", "--allow-origin", "https://b.example"]),
            ("serve", ["--trusted-proxy", "10.0.0.1", "--trusted-proxy", "10.0.0.2"]),
            ("verify", ["--public-key", "nothing", "--public-key", "nobody"]),
        ] {
            let help = try await TestProgram.run(command, "--help").output
            let words = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.components(separatedBy: "may be repeated").count - 1 == (command == "serve" ? 2 : 1))
            let ended = try await TestProgram.run([command] + values + ["--store", "mysql://x"])
            #expect(ended.status != 0 && !ended.errors.contains("twice"), "\(ended.errors)")
        }
    }

    @Test("its help names every option and variable")
    func help() async throws {
        let help = try await TestProgram.run("serve", "--help").output
        for option in [
            "catalog", "store", "ticket-key", "order-key", "host", "port", "allow-origin", "public-url", "hold-seconds",
            "holds-per-minute",
            "payments-per-minute", "connections-per-client", "sockets-per-client", "max-connections", "max-requests",
            "trusted-proxy",
            "log-format",
            "log-level",
        ] {
            #expect(help.contains("--\(option)"))
            #expect(help.contains("MARQUEE_" + option.uppercased().replacing("-", with: "_")))
        }
    }

    private func expectSentence(_ sentence: String, _ ended: TestProgram.Ended) {
        #expect(ended.status == 1)
        #expect(ended.errors.contains(sentence))
        #expect(ended.errors.split(separator: "\n").count == 1, "\(ended.errors)")
    }
}
