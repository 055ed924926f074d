import Booking
import BookingSQLite
import Foundation
import GRDB
import Testing

@Suite("A store of version 2")
struct ShowingMigrationTests {
    @Test("keeps its orders, and what was known of their showings is what they were sold as")
    func migration() async throws {
        let test = try TestStore()
        let order = try #require(try await test.sell(try await test.place("A1")).sale.order)
        try await test.becomeVersion2()
        let store = try test.reopen()
        let showing = try #require(
            try await store.showing(of: order.id, listing: .offered(try .sample(at: test.clock.now + 86_400))))
        #expect(showing.status == .scheduled && showing.changes == 0)
        #expect(try await store.showing(of: order.id, listing: .absent)?.status == .withdrawn)
        let schema = try await DatabaseQueue(path: test.path).read { database in
            try String.fetchAll(database, sql: "SELECT group_concat(name) FROM pragma_table_info('hold')")
        }
        #expect(
            schema == [
                "id,showtime,seats,total,currency,created_at,expires_at,outcome,client,showing_sequence,owner,language"
            ])
    }
}
