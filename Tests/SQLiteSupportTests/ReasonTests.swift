import Foundation
import GRDB
import SQLiteSupport
import Testing

@Suite("Why SQLite failed is said")
struct ReasonTests {
    @Test("in SQLite's words for that very failure")
    func words() throws {
        let error = try #require(throws: DatabaseError.self) {
            try DatabaseQueue().write { try $0.execute(sql: "SELECT * FROM nowhere") }
        }
        #expect(error.reason == "no such table: nowhere")
    }

    @Test(
        "in words of its number where others came between",
        arguments: [
            (ResultCode.SQLITE_FULL, "database or disk is full"), (.SQLITE_IOERR, "disk I/O error"),
            (.SQLITE_READONLY, "attempt to write a readonly database"),
            (.SQLITE_CORRUPT, "database disk image is malformed"),
        ])
    func afterSuccess(code: ResultCode, words: String) {
        #expect(DatabaseError(resultCode: code, message: "not an error").reason == words)
        #expect(DatabaseError(resultCode: code).reason == words)
    }

    @Test("when a file has no room left, wherever in the transaction that is found out")
    func full() throws {
        let queue = try DatabaseQueue()
        try queue.write { try $0.execute(sql: "CREATE TABLE text (text)") }
        try queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 3") }
        let error = try #require(throws: DatabaseError.self) {
            try queue.write { database in
                for _ in 0..<100 { try database.execute(sql: "INSERT INTO text VALUES (hex(randomblob(1000)))") }
            }
        }
        #expect(error.resultCode == .SQLITE_FULL)
        #expect(error.reason == "database or disk is full")
    }
}
