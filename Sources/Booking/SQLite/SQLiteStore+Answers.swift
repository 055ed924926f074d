import Foundation
import GRDB

extension SQLiteStore {
    package func past(_ call: RepeatableCall) async throws -> PastCall {
        try await read { database in
            let row = try Row.fetchOne(
                database.cachedStatement(sql: "SELECT * FROM answer WHERE key = ?"), arguments: [call.key])
            guard let row else { return .unknown }
            guard row["fingerprint"] == call.fingerprint else { return .mismatch }
            return .answered(
                StoredAnswer(
                    status: row["status"], contentType: row["content_type"], location: row["location"],
                    body: row["body"]))
        }
    }

    static func keep<Result>(
        _ answering: Answering<Result>?, _ result: Result, at now: Instant, _ database: Database
    ) throws {
        guard let answering else { return }
        let answer = try answering.render(result)
        try database.cachedStatement(
            sql: """
                INSERT INTO answer (key, fingerprint, status, content_type, location, body, answered_at)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING
                """
        ).execute(arguments: [
            answering.call.key, answering.call.fingerprint, answer.status, answer.contentType, answer.location,
            answer.body, now,
        ])
        guard database.changesCount == 1 else { throw AnsweredMeanwhile() }
    }
}
