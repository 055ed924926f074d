import Booking
import BookingSQLite
import Foundation
import GRDB
import TestSupport
import Testing

/// One at a time: each test starts programs of its own. Nothing here may wait for a pipe.
@Suite("booking-api and files that are no files", .serialized, .timeLimit(.minutes(5)))
struct StrangeFileTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
    }

    private func strange(_ kind: String, at name: String) throws -> String {
        let path = folder.path(name)
        unlink(path)
        let result =
            switch kind {
            case "pipe": mkfifo(path, 0o644)
            case "folder": mkdir(path, 0o755)
            case "device": symlink("/dev/zero", path)
            case "loop": symlink(path, path)
            default: symlink("nothing", path)
            }
        try #require(result == 0)
        return path
    }

    private static let sentences = [
        "pipe": "is a named pipe, not a file", "folder": "is a folder, not a file", "device": "is a device, not a file",
        "loop": "is a link that leads in a circle", "dangling": "is a link to a file that is not there",
    ]

    private func expectSentence(_ kind: String, _ path: String, _ ended: TestProgram.Ended) throws {
        #expect(ended.status == 1)
        let sentence = try #require(Self.sentences[kind])
        #expect(ended.errors.contains("\(path): \(sentence)"), "\(ended.errors)")
        #expect(ended.errors.split(separator: "\n").count == 1, "\(ended.errors)")
    }

    @Test("each in the place of a file that the server needs is one sentence", arguments: sentences.keys.sorted())
    func serve(kind: String) async throws {
        let catalog = try strange(kind, at: "odd.sqlite")
        let store = ["--store", "sqlite:" + folder.store]
        try expectSentence(kind, catalog, try await TestProgram.run(["--catalog", catalog] + store))

        let other = try strange(kind, at: "odd.store")
        let arguments = ["--catalog", folder.catalog, "--port", "0"]
        try expectSentence(kind, other, try await TestProgram.run(arguments + ["--store", "sqlite:" + other]))

        let key = try strange(kind, at: "odd.key")
        try expectSentence(kind, key, try await TestProgram.run(arguments + store + ["--ticket-key", key]))

        let bank = try strange(kind, at: "bank.sqlite.simulated-payments")
        let ended = try await TestProgram.run(arguments + ["--store", "sqlite:" + folder.path("bank.sqlite")])
        try expectSentence(kind, bank, ended)
    }

    @Test("each in the place of a store is one sentence of the other commands too", arguments: sentences.keys.sorted())
    func commands(kind: String) async throws {
        let store = try strange(kind, at: "odd.store")
        for command in [["check"], ["erase", "--before", "2026-01-01"], ["backup", folder.path("copy.sqlite")]] {
            let ended = try await TestProgram.run(command + ["--store", "sqlite:" + store])
            try expectSentence(kind, store, ended)
        }
        let key = try strange(kind, at: "odd.key")
        for command in [["keys"], ["keys", "rotate"], ["verify", "MRQ1:AAAA"]] {
            try expectSentence(kind, key, try await TestProgram.run(command + ["--ticket-key", key]))
        }
    }

    @Test("a pipe beside a database is not waited for", arguments: ["-journal", "-wal", "-shm"])
    func companions(ending: String) async throws {
        let pipe = try strange("pipe", at: "catalog.sqlite" + ending)
        let ended = try await TestProgram.run("--catalog", folder.catalog, "--store", "sqlite:" + folder.store)
        try expectSentence("pipe", pipe, ended)
    }

    @Test(
        "a backup takes the place of nothing, not of a link that leads nowhere either",
        arguments: sentences.keys.sorted())
    func backup(kind: String) async throws {
        _ = try BookingEngine(sqlite: folder.store, keys: .test)
        let target = try strange(kind, at: "copy.sqlite")
        let ended = try await TestProgram.run("backup", target, "--store", "sqlite:" + folder.store)
        #expect(ended.status == 1 && ended.errors.contains("\(target): there is a file of this name"))
    }

    @Test("the server that meets a pipe goes on, says so when asked, and stops when told")
    func pipeWhileServing() async throws {
        let program = try await folder.start()
        try await TestBuyer.connected(to: program.port) { buyer in
            #expect(try await buyer.hold("A1").status == 201)
            #expect(try await buyer.get("/ready").status == 200)
            _ = try strange("pipe", at: "catalog.sqlite")
            #expect(try await buyer.hold("A2").status == 201)
            #expect(try await buyer.get("/health").status == 200)
            let ready = try await buyer.get("/ready")
            #expect(ready.status == 503 && ready.json["code"] as? String == "service_unavailable")
            let detail = try #require(ready.json["detail"] as? String)
            #expect(detail.contains("\(folder.catalog): is a named pipe, not a file"))
            #expect(try await buyer.get("/ready").status == 503)
        }
        #expect(await program.stop() == 0)
        #expect(program.log.matches(of: /is a named pipe/).count == 1, "\(program.log)")
    }

    @Test("what holds secrets is the owner's alone, and the log warns where it is not")
    func modes() async throws {
        let names = ["", "-wal", "-shm", ".ticket-key", ".simulated-payments"].map { folder.store + $0 }
        let program = try await folder.start()
        for name in names { #expect(try mode(of: name) == 0o600, "\(name)") }
        let copy = folder.path("copy.sqlite")
        #expect(try await TestProgram.run("backup", copy, "--store", "sqlite:\(folder.store)").status == 0)
        #expect(try mode(of: copy) == 0o600)
        #expect(await program.stop() == 0)
        #expect(!program.log.contains("chmod"))

        for name in [folder.store, folder.store + ".ticket-key"] { #expect(chmod(name, 0o666) == 0) }
        let again = try await folder.start()
        #expect(await again.stop() == 0)
        #expect(
            again.log.contains("chmod 600 \(folder.store)") && again.log.contains(".ticket-key: others may read or"))
    }

    @Test("the order key is kept where its owner's settings are, and the store's folder has none")
    func orderKey() async throws {
        let settings = folder.path("settings")
        let program = try await folder.start("--order-key", settings + "-key")
        #expect(await program.stop() == 0)
        #expect(try mode(of: settings + "-key") == 0o600)
        let ended = try await TestProgram.run(
            [
                "--catalog", folder.catalog, "--store", "sqlite:" + folder.store, "--port", "0", "--host",
                "no.such.host",
            ],
            environment: ["MARQUEE_ORDER_KEY": "", "XDG_CONFIG_HOME": settings])
        #expect(ended.status != 0)
        #expect(try mode(of: settings + "/marquee/order-key") == 0o600 && mode(of: settings + "/marquee") == 0o700)
        #expect(!FileManager.default.fileExists(atPath: folder.store + ".order-key"))
    }

    private func mode(of path: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }
}
