import Booking
import Foundation
import GRDB
import HTTPTypes
import Testing

/// One at a time: each test starts programs of its own.
@Suite("The commands of booking-api beside the server", .serialized)
struct CommandTests {
    let folder = Result { try TestFolder() }

    @Test("while the server runs, the store is checked, copied and rid of names")
    func whileRunning() async throws {
        let folder = try folder.get()
        let program = try await folder.start()
        try await TestBuyer.connected(to: program.port) { buyer in
            _ = try await buyer.pay(try await buyer.hold("A1", "A2").id)
        }
        let store = ["--store", "sqlite:\(folder.store)"]
        let copy = folder.path("copy.sqlite")
        let backup = try await TestProgram.run("backup", copy, store[0], store[1])
        #expect(backup.status == 0 && backup.output == "\(copy): a copy of \(folder.store), without its keys\n")
        for path in [folder.store, copy] {
            let check = try await TestProgram.run("check", "--store", "sqlite:\(path)")
            #expect(check.status == 0)
            #expect(
                check.output
                    == "\(path): 1 orders, 2 valid tickets, 0 open holds, 0 unfinished payments; 0 faults\n")
        }
        let erased = try await TestProgram.run("erase", store[0], store[1], "--email", "ada@example.org")
        #expect(erased.status == 0 && erased.output == "erased from 1 order\n")
        #expect(await program.stop() == 0)
    }

    @Test("while the server runs, the sales of a showing are closed and opened again")
    func closing() async throws {
        let folder = try folder.get()
        let program = try await folder.start()
        let store = ["--store", "sqlite:\(folder.store)"]
        try await TestBuyer.connected(to: program.port) { buyer in
            let hold = try await buyer.hold("A1")
            let closed = try await TestProgram.run(["close", "show1", "--reason", "no projector"] + store)
            #expect(closed.status == 0 && closed.output == "show1 (Metropolis, Lumière): sales are closed\n")
            for answer in [try await buyer.pay(hold.id), try await buyer.call(.post, "/v1/holds/\(hold.id)/extend")] {
                #expect(answer.status == 409 && answer.code == "sales_closed")
            }
            let again = try await TestProgram.run(["close", "show1"] + store)
            #expect(again.status == 0 && again.output == "show1 (Metropolis, Lumière): sales were closed already\n")
            let reopened = try await TestProgram.run(["reopen", "show1"] + store)
            #expect(reopened.status == 0 && reopened.output == "show1 (Metropolis, Lumière): sales are open\n")
            #expect(try await buyer.pay(hold.id).status == 201)
        }
        let other = try await TestProgram.run(["reopen", "show9"] + store)
        #expect(other.output == "show9 (nobody has held seats of it yet): sales were not closed\n")
        #expect(await program.stop() == 0)
    }

    @Test("a store whose ledgers disagree is a failure with a sentence for each fault")
    func faulty() async throws {
        let folder = try folder.get()
        let program = try await folder.start()
        try await TestBuyer.connected(to: program.port) { buyer in
            _ = try await buyer.pay(try await buyer.hold("A1", "A2").id)
        }
        _ = await program.stop()
        try await DatabaseQueue(path: folder.store).write { try $0.execute(sql: "DELETE FROM claim WHERE seat = 'A1'") }
        let check = try await TestProgram.run("check", "--store", "sqlite:\(folder.store)")
        #expect(check.status == 1)
        #expect(check.errors.hasPrefix("\(folder.store): a valid ticket has no sold seat"))
        #expect(check.errors.split(separator: "\n").count == 1)
    }

    @Test(
        "days that are none erase nothing",
        arguments: [
            "2026-11-31", "2026-02-30", "2026-11-30xyz", "2026-12-01-05", "2026-11-29Z", "2026-12-01 ", "99999-01-01",
            "26-12-01", "2026-11-28T23:59", "",
        ])
    func noDays(day: String) async throws {
        let folder = try folder.get()
        _ = await (try await folder.start()).stop()
        let erased = try await TestProgram.run("erase", "--store", "sqlite:\(folder.store)", "--before", day)
        #expect(erased.status == 64 && erased.errors.contains("'\(day)' is no day; write it like 2026-01-31"))
    }

    @Test("without the bank's books nobody says that the money agrees")
    func noBank() async throws {
        let folder = try folder.get()
        let program = try await folder.start()
        try await TestBuyer.connected(to: program.port) { buyer in
            _ = try await buyer.pay(try await buyer.hold("A1").id)
        }
        _ = await program.stop()
        #expect(unlink(folder.store + ".simulated-payments") == 0)
        let check = try await TestProgram.run("check", "--store", "sqlite:\(folder.store)")
        #expect(check.status == 0)
        #expect(check.errors.contains("the bank's books, \(folder.store).simulated-payments, are not there"))
    }

    @Test(
        "names of nothing are refused before anything is written",
        arguments: [
            (["--store", "sqlite::memory:"], "is no path of a file"),
            (["--store", "sqlite:file:x"], "is no path of a file"),
            (["--ticket-key", ""], "--ticket-key: give the path"), (["--catalog", ""], "--catalog: give the path"),
            (["--store", "sqlite:one", "--ticket-key", "one"], "give four files"),
            (["--manager-key", "a b"], "a key without blanks"), (["--manager-key", ""], "a key without blanks"),
        ])
    func namesOfNothing(options: [String], sentence: String) async throws {
        let run = try await TestProgram.run(["serve", "--port", "0"] + options)
        #expect(run.status == 64 && run.errors.contains(sentence), "\(run.errors)")
    }

    @Test("after a rotation the server signs with the new key and still shows the old one")
    func keys() async throws {
        let folder = try folder.get()
        _ = await (try await folder.start()).stop()
        let key = ["--ticket-key", folder.store + ".ticket-key"]
        let before = try await TestProgram.run("keys", key[0], key[1]).output
        let rotated = try await TestProgram.run("keys", "rotate", key[0], key[1])
        #expect(rotated.status == 0 && rotated.output.hasPrefix("new key "))
        let after = try await TestProgram.run("keys", key[0], key[1]).output
        #expect(after == rotated.output.dropFirst("new key ".count) + before)
        let program = try await folder.start()
        let count = try await TestBuyer.connected(to: program.port) { buyer in
            (try await buyer.get("/v1/ticket-keys").json["keys"] as? [Any])?.count
        }
        #expect(count == 2)
        _ = await program.stop()
    }

    @Test("what is missing or makes no sense is one sentence and a failure")
    func refused() async throws {
        let missing = "sqlite:\(try folder.get().path("missing.sqlite"))"
        for arguments in [
            ["check", "--store", missing], ["erase", "--store", missing, "--before", "2026-01-01"],
            ["erase", "--before", "soon"], ["erase"],
            ["close", "show1", "--store", missing], ["close", "no id"], ["close"], ["reopen"],
        ] {
            let ended = try await TestProgram.run(arguments)
            #expect(ended.status != 0 && !ended.errors.isEmpty, "\(arguments)")
        }
    }
}
