import Booking
import BookingSQLite
import Cinema
import Dispatch
import Foundation
import GRDB
import Idempotency
import Synchronization
import Testing

@Suite("Writes that share a commit")
struct GroupCommitTests {
    @Test("writes that wait at the same time are committed together, in the order in which they came")
    func together() async throws {
        let test = try TestStore()
        let order = Mutex<[String]>([])
        let seats = (1...9).flatMap { number in ["A\(number)", "B\(number)"] }
        let holds = try await group(in: test) { queue in
            for seat in seats {
                await queue.add { store in
                    try await store.place(
                        test.quote([seat]), answering: .noting(seat) { seat in order.withLock { $0.append(seat) } })
                }
            }
        }
        #expect(holds.allSatisfy { (try? $0.get()) != nil })
        #expect(order.withLock { $0 } == seats)
        // One for the write that the others waited for, and one for them all.
        #expect(test.clock.commits.totals == .init(commits: 2, writes: seats.count + 1))
        #expect(try await test.reopen().seats(of: "show1").held.map(\.text) == seats.sorted() + ["C1"])
    }

    @Test("a refused write of a group leaves nothing of itself and harms no other")
    func refused() async throws {
        let test = try TestStore()
        let results = try await group(in: test) { queue in
            for seats in [["A1", "A2"], ["A3", "A2"], ["A3", "A4"], ["A5", "A4"]] {
                await queue.add { store in try await store.place(test.quote(seats), answering: nil) }
            }
        }
        #expect(results.map { (try? $0.get()) != nil } == [true, false, true, false])
        #expect(throws: BookingError.seatsUnavailable(["A2"])) { try results[1].get() }
        #expect(throws: BookingError.seatsUnavailable(["A4"])) { try results[3].get() }
        #expect(try await test.reopen().seats(of: "show1").held == ["A1", "A2", "A3", "A4", "C1"])
        #expect(test.clock.commits.totals == .init(commits: 2, writes: 3))
    }

    @Test("an error that nobody expected is its own caller's alone")
    func failed() async throws {
        struct Unexpected: Error {}
        let test = try TestStore()
        let results = try await group(in: test) { queue in
            await queue.add { store in try await store.place(test.quote(["A1"]), answering: nil) }
            await queue.add { store in
                try await store.place(test.quote(["A2"]), answering: .noting("x") { _ in throw Unexpected() })
            }
            await queue.add { store in try await store.place(test.quote(["A3"]), answering: nil) }
        }
        #expect(throws: Unexpected.self) { try results[1].get() }
        #expect(try await test.reopen().seats(of: "show1").held == ["A1", "A3", "C1"])
    }

    @Test("if the commit fails, all of its group are told so and nothing of it is kept")
    func commitFails() async throws {
        let test = try TestStore()
        // A broken promise that SQLite looks at only when it commits.
        try await DatabaseQueue(path: test.path).write { database in
            try database.execute(
                sql: """
                    CREATE TABLE promise (kept TEXT REFERENCES hold (id) DEFERRABLE INITIALLY DEFERRED);
                    CREATE TRIGGER break_promise AFTER INSERT ON claim WHEN NEW.seat = 'A2'
                    BEGIN INSERT INTO promise VALUES ('never'); END;
                    """)
        }
        let results = try await group(in: test) { queue in
            for seat in ["A1", "A2", "A3"] {
                await queue.add { store in try await store.place(test.quote([seat]), answering: nil) }
            }
        }
        for result in results {
            #expect(throws: StoreError.self) { try result.get() }
        }
        #expect(test.clock.commits.totals == .init(commits: 1, writes: 1))
        #expect(try await test.reopen().seats(of: "show1").held == ["C1"])
        _ = try await test.place("A1")
    }

    @Test("one caller that gives up harms no other, and its own write is whole")
    func cancelled() async throws {
        let test = try TestStore()
        let results = try await group(in: test) { queue in
            await queue.add { store in try await store.place(test.quote(["A1"]), answering: nil) }
            await queue.add(cancelled: true) { store in
                try await store.place(test.quote(["A2", "A3"]), answering: nil)
            }
            await queue.add { store in try await store.place(test.quote(["A4"]), answering: nil) }
        }
        #expect((try? results[0].get()) != nil && (try? results[2].get()) != nil)
        #expect(try await test.reopen().seats(of: "show1").held == ["A1", "A2", "A3", "A4", "C1"])
    }

    @Test("a group that is refused as a whole is not committed")
    func nothingToCommit() async throws {
        let test = try TestStore()
        _ = try await test.place("A1")
        await #expect(throws: BookingError.seatsUnavailable(["A1"])) { try await test.place("A1") }
        #expect(test.clock.commits.totals == .init(commits: 1, writes: 1))
    }

    @Test("all of a group have one time")
    func oneTime() async throws {
        let test = try TestStore()
        let holds = try await group(in: test) { queue in
            for seat in ["A1", "A2", "A3"] {
                await queue.add { store in
                    try await store.place(
                        test.quote([seat]), answering: .noting(seat) { _ in test.clock.advance(1) })
                }
            }
        }
        #expect(Set(try holds.map { try $0.get().createdAt }).count == 1)
    }

    /// Keeps the store busy with a hold of C1 until all that `fill` adds are waiting, one after the other.
    private func group(
        in test: TestStore, _ fill: (WaitingLine) async throws -> Void
    ) async throws -> [Result<Hold, any Error>] {
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let goOn = DispatchSemaphore(value: 0)
        let first = Task { [store = test.store, quote = try test.quote(["C1"])] in
            try await store.place(
                quote,
                answering: .noting("first") { _ in
                    begin.finish()
                    goOn.wait()
                })
        }
        for await _ in begun {}
        let line = WaitingLine(store: test.store)
        try await fill(line)
        goOn.signal()
        _ = try await first.value
        return await line.results
    }
}

/// Writes that have come to the store, one after the other.
private actor WaitingLine {
    private let store: SQLiteStore
    private var tasks: [Task<Hold, any Error>] = []

    init(store: SQLiteStore) {
        self.store = store
    }

    /// Returns when the write is waiting.
    func add(cancelled: Bool = false, _ write: @escaping @Sendable (SQLiteStore) async throws -> Hold) async {
        let task = Task { [store] in try await write(store) }
        tasks.append(task)
        while store.waitingWrites < tasks.count {
            await Task.yield()
        }
        if cancelled {
            task.cancel()
        }
    }

    var results: [Result<Hold, any Error>] {
        get async {
            var results: [Result<Hold, any Error>] = []
            for task in tasks {
                results.append(await task.result)
            }
            return results
        }
    }
}

extension Answering<Hold> {
    /// Runs `note` in the transaction.
    fileprivate static func noting(_ name: String, _ note: @escaping @Sendable (String) throws -> Void) -> Self {
        Answering(RepeatableCall(key: Data(name.utf8), fingerprint: Data())) { _ in
            try note(name)
            return Data()
        }
    }
}
