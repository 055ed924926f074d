import Foundation
import GRDB
package import Idempotency

extension SQLiteStore {
    package func past(_ call: RepeatableCall) async throws -> PastCall {
        try await read { database in
            let row = try Row.fetchOne(
                database.cachedStatement(sql: "SELECT fingerprint, sealed FROM answer WHERE key = ?"),
                arguments: [call.key])
            guard let row else { return .unknown }
            return row["fingerprint"] == call.fingerprint ? .answered(row["sealed"]) : .mismatch
        }
    }

    func keep<Result>(_ answering: Answering<Result>?, _ result: Result, _ write: StoreWrite) throws {
        guard let answering else { return }
        try write.execute(
            """
            INSERT INTO answer (key, fingerprint, sealed, answered_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (key) DO NOTHING
            """,
            [answering.call.key, answering.call.fingerprint, try answering.render(result), write.now])
        guard write.database.changesCount == 1 else { throw AnsweredMeanwhile() }
    }
}
