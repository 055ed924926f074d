import Catalog
import Cinema
import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

@Suite("A catalog whose writer was killed")
struct InterruptedWriteTests {
    /// The files as a writer leaves them that is killed when its change has begun to reach the file: with a journal.
    private func leftFiles(in folder: TemporaryFolder) throws -> String {
        let path = folder.path("catalog.sqlite")
        try Catalog(writingTo: path).write {
            try $0.execute(sql: "INSERT INTO cinema (id, name) VALUES (1, 'Lumière')")
        }
        let left = folder.path("left.sqlite")
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA cache_size = 5; BEGIN IMMEDIATE; UPDATE cinema SET name = 'Half'")
            for id in 1...2_000 {
                try database.execute(
                    sql:
                        "INSERT INTO movie (slug, source_key, title, synopsis) VALUES (?1, ?1, ?1, hex(zeroblob(500)))",
                    arguments: ["m\(id)"])
            }
            for end in ["", "-journal"] { try FileManager.default.copyItem(atPath: path + end, toPath: left + end) }
            try database.execute(sql: "ROLLBACK")
        }
        return left
    }

    @Test("is as it was before, for whoever opens it next, also if that is only to read")
    func taken() throws {
        let folder = try TemporaryFolder()
        let path = try leftFiles(in: folder)
        #expect(try Data(contentsOf: URL(filePath: path)).count > 1_000_000, "some of the change has reached the file")
        let catalog = try Catalog(readingFrom: path)
        let (name, movies) = try catalog.read { database in
            (
                try String.fetchOne(database, sql: "SELECT name FROM cinema"),
                try Int.fetchOne(database, sql: "SELECT count(*) FROM movie")
            )
        }
        #expect(name == "Lumière" && movies == 0)
        #expect(!FileManager.default.fileExists(atPath: path + "-journal"))
    }

    @Test("is taken back by one of several that open it at once, and none of them is told that it is locked")
    func several() throws {
        let folder = try TemporaryFolder()
        let left = try leftFiles(in: folder)
        for round in 1...10 {
            let path = folder.path("\(round).sqlite")
            for end in ["", "-journal"] { try FileManager.default.copyItem(atPath: left + end, toPath: path + end) }
            let outcomes = Mutex<[String]>([])
            let (start, done) = (DispatchSemaphore(value: 0), DispatchGroup())
            for _ in 1...8 {
                done.enter()
                Thread.detachNewThread {
                    start.wait()
                    let movies = Result {
                        try Catalog(readingFrom: path).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM movie") }
                    }
                    outcomes.withLock { $0.append("\(movies)") }
                    done.leave()
                }
            }
            for _ in 1...8 { start.signal() }
            done.wait()
            #expect(outcomes.withLock(\.self) == Array(repeating: "success(Optional(0))", count: 8))
        }
    }

    @Test("is left as it is while its writer lives")
    func alive() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("catalog.sqlite")
        _ = try Catalog(writingTo: path)
        let writer = try DatabaseQueue(path: path)
        try writer.writeWithoutTransaction { database in
            try database.execute(sql: "BEGIN IMMEDIATE; INSERT INTO cinema (id, name) VALUES (1, 'Lumière')")
            _ = try Catalog(readingFrom: path, patience: .milliseconds(1))
            try database.execute(sql: "COMMIT")
        }
        #expect(
            try Catalog(readingFrom: path).read { try String.fetchOne($0, sql: "SELECT name FROM cinema") } == "Lumière"
        )
    }

    @Test("and which has the log of another file beside it is refused, for reading and for writing")
    func foreignLog() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("catalog.sqlite")
        _ = try Catalog(writingTo: path)
        try Data(repeating: 1, count: 4_152).write(to: URL(filePath: path + "-wal"))
        for open in [{ _ = try Catalog(readingFrom: path) }, { _ = try Catalog(writingTo: path) }] {
            let error = #expect(throws: CatalogError.self) { try open() }
            #expect(error?.description.contains("this is the log of another file") == true)
        }
    }
}
