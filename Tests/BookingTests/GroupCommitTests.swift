import Booking
import BookingSQLite
import Cinema
import Dispatch
import Foundation
import GRDB
import Idempotency
import TestSupport
import Testing

@Suite("Writes that share a commit")
struct GroupCommitTests {
    @Test("holds that wait at the same time are written together")
    func together() async throws {
        let test = try TestStore()
        let seats = (1...9).flatMap { number in ["A\(number)", "B\(number)"] }
        let holds = try await group(in: test) { line in
            for seat in seats { await line.add { try await $0.place(test.quote([seat]), answering: nil) } }
        }
        #expect(holds.allSatisfy { (try? $0.get()) != nil })
        #expect(test.clock.commits.totals == .init(commits: 1, writes: seats.count))
        #expect(try await test.reopen().seats(of: "show1").held.map(\.text) == seats.sorted())
    }

    @Test("a refused write of a group leaves nothing of itself and harms no other")
    func refused() async throws {
        let test = try TestStore()
        let results = try await group(in: test) { line in
            for seats in [["A1", "A2"], ["A3", "A2"], ["A3", "A4"], ["A5", "A4"]] {
                await line.add { store in try await store.place(test.quote(seats), answering: nil) }
            }
        }
        #expect(results.map { (try? $0.get()) != nil } == [true, false, true, false])
        #expect(throws: BookingError.seatsUnavailable(["A2"])) { try results[1].get() }
        #expect(throws: BookingError.seatsUnavailable(["A4"])) { try results[3].get() }
        #expect(try await test.reopen().seats(of: "show1").held == ["A1", "A2", "A3", "A4"])
        #expect(test.clock.commits.totals == .init(commits: 1, writes: 2))
    }

    @Test("an error that nobody expected is its own caller's alone")
    func failed() async throws {
        let test = try TestStore()
        try await DatabaseQueue(path: test.path).write { database in
            try database.execute(
                sql: """
                    CREATE TRIGGER surprise BEFORE INSERT ON claim WHEN new.seat = 'A2' BEGIN
                        SELECT raise(ABORT, 'nobody expected this');
                    END
                    """)
        }
        let results = try await group(in: test) { line in
            for seat in ["A1", "A2", "A3"] {
                await line.add { try await $0.place(test.quote([seat]), answering: nil) }
            }
        }
        #expect(throws: DatabaseError.self) { try results[1].get() }
        #expect(try await test.reopen().seats(of: "show1").held == ["A1", "A3"])
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
        let results = try await group(in: test) { line in
            for seat in ["A1", "A2", "A3"] {
                await line.add { store in try await store.place(test.quote([seat]), answering: nil) }
            }
        }
        for result in results {
            #expect(throws: StoreError.self) { try result.get() }
        }
        #expect(test.clock.commits.totals == .init(commits: 0, writes: 0))
        #expect(try await test.reopen().seats(of: "show1").held == [])
        _ = try await test.place("A1")
    }

    @Test("one caller that gives up harms no other, and its own write is whole")
    func cancelled() async throws {
        let test = try TestStore()
        let results = try await group(in: test) { line in
            await line.add { store in try await store.place(test.quote(["A1"]), answering: nil) }
            await line.add(cancelled: true) { store in
                try await store.place(test.quote(["A2", "A3"]), answering: nil)
            }
            await line.add { store in try await store.place(test.quote(["A4"]), answering: nil) }
        }
        #expect((try? results[0].get()) != nil && (try? results[2].get()) != nil)
        #expect(try await test.reopen().seats(of: "show1").held == ["A1", "A2", "A3", "A4"])
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
        let hurried = BookingEnvironment(
            now: {
                test.clock.advance(1)
                return test.clock.now
            }, commits: test.clock.commits)
        let database = try SQLiteBookings(path: test.path, environment: hurried)
        let holds = try await group(in: test, database) { line in
            for seat in ["A1", "A2", "A3"] {
                await line.add { try await $0.place(test.quote([seat]), answering: nil) }
            }
        }
        #expect(Set(try holds.map { try $0.get().createdAt }).count == 1)
    }

    @Test("in one group the seats of a client count as if they had come one after the other")
    func openSeats() async throws {
        let test = try TestStore(policy: BookingPolicy(openSeats: OpenSeatsLimit(inShowing: 5, inAll: nil)))
        // A quarter of the room is six.
        let client = ClientDigest(bytes: Data("ada".utf8))
        let results = try await group(in: test) { line in
            for seats in [["A1", "A2", "A3"], ["A4", "A5", "A6", "A7"], ["A8", "B1"]] {
                await line.add { try await $0.place(test.quote(seats), for: Customer(client: client), answering: nil) }
            }
        }
        #expect(results.map { (try? $0.get()) != nil } == [true, false, true])
        #expect(throws: BookingError.tooManyOpenSeats(limit: 6, secondsToWait: 600)) { try results[1].get() }
    }

    @Test("twins in one group have their effect once")
    func twins() async throws {
        let test = try TestStore()
        let answering = Answering<HoldID>(RepeatableCall(key: Data("key".utf8), fingerprint: Data())) { _ in Data() }
        let results = try await group(in: test) { line in
            for seat in ["A1", "A2"] {
                await line.add { try await $0.place(test.quote([seat]), answering: answering) }
            }
        }
        #expect(throws: AnsweredMeanwhile.self) { try results[1].get() }
        #expect(try await test.store.seats(of: "show1").held == ["A1"])
    }

    /// Keeps the store busy until all that `fill` adds are waiting, one after the other.
    private func group(
        in test: TestStore, _ other: SQLiteBookings? = nil, _ fill: (WaitingLine) async throws -> Void
    ) async throws -> [Result<Hold, any Error>] {
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let goOn = DispatchSemaphore(value: 0)
        let first = Task { [database = other ?? test.database] in
            try await database.write { transaction in
                transaction.serve(callers: 0)
                begin.finish()
                goOn.wait()
            }
        }
        for await _ in begun {}
        let store = other.map { BookingEngine($0, keys: .test, environment: test.clock.environment) } ?? test.store
        let line = WaitingLine(store: store, commits: test.clock.commits)
        try await fill(line)
        goOn.signal()
        try await first.value
        return await line.results
    }
}

/// Writes that have come to the store, one after the other.
private actor WaitingLine {
    private let store: BookingEngine
    private let commits: CommitLog
    private var tasks: [Task<Hold, any Error>] = []

    init(store: BookingEngine, commits: CommitLog) {
        self.store = store
        self.commits = commits
    }

    /// Returns when the write is waiting.
    func add(cancelled: Bool = false, _ write: @escaping @Sendable (BookingEngine) async throws -> Hold) async {
        let task = Task { [store] in try await write(store) }
        tasks.append(task)
        while commits.waiting < tasks.count {
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
