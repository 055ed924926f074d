import Booking
import BookingService
import Cinema
import Foundation
import GRDB
import Testing

@Suite("The catalog while the server runs")
struct CurrentCatalogTests {
    @Test("a change is seen at once, also when another file takes the catalog's place")
    func replaced() async throws {
        let folder = try TestFolder()
        let catalog = try CurrentCatalog(path: folder.catalog)
        #expect(try await catalog.offer(showtime: "show1")?.status == .scheduled)
        #expect(try await catalog.offer(showtime: "show2") == nil)

        try await DatabaseQueue(path: folder.catalog).write { database in
            try database.execute(sql: "UPDATE showtime SET status = 'cancelled'")
        }
        #expect(try await catalog.offer(showtime: "show1")?.status == .cancelled)

        try TestCatalog.write(to: folder.path("new.sqlite"))
        #expect(rename(folder.path("new.sqlite"), folder.catalog) == 0)
        #expect(try await catalog.offer(showtime: "show1")?.status == .scheduled)
    }
    @Test("an edit is seen by the very next request, a hundred times in a row")
    func edited() async throws {
        let folder = try TestFolder()
        let catalog = try CurrentCatalog(path: folder.catalog)
        let editor = try DatabaseQueue(path: folder.catalog)
        for price in 1...100 {
            _ = try await catalog.offer(showtime: "show1")
            try await editor.write { try $0.execute(sql: "UPDATE price SET amount = ?", arguments: [price]) }
            let offer = try #require(try await catalog.offer(showtime: "show1"))
            #expect(offer.priceList.price(ticketType: "adult", priceCategory: "standard")?.amount == price)
        }
    }

    @Test("a file put in the catalog's place is seen by the very next request, also with the same header")
    func replacedByTwin() async throws {
        let folder = try TestFolder()
        let catalog = try CurrentCatalog(path: folder.catalog)
        for status in ["sold-out", "cancelled", "scheduled"] {
            _ = try await catalog.offer(showtime: "show1")
            // The same steps write it, so its change counter is the one that is there already.
            try TestCatalog.write(to: folder.path("new.sqlite"))
            try await DatabaseQueue(path: folder.path("new.sqlite")).write { database in
                try database.execute(sql: "UPDATE showtime SET status = ?", arguments: [status])
            }
            #expect(rename(folder.path("new.sqlite"), folder.catalog) == 0)
            #expect(try await catalog.offer(showtime: "show1")?.status.rawValue == status)
        }
    }

    @Test("nothing is kept of a catalog with a write-ahead log, whose header does not tell of commits")
    func writeAheadLog() async throws {
        let folder = try TestFolder()
        let editor = try DatabaseQueue(path: folder.catalog)
        try await editor.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        let catalog = try CurrentCatalog(path: folder.catalog)
        for status in ["sold-out", "cancelled", "scheduled"] {
            try await editor.write { try $0.execute(sql: "UPDATE showtime SET status = ?", arguments: [status]) }
            #expect(try await catalog.offer(showtime: "show1")?.status.rawValue == status)
            #expect(catalog.keptSeats == 0)
        }
    }

    @Test("the offers in memory never have more seats than allowed")
    func bounded() async throws {
        let folder = try TestFolder()
        try await DatabaseQueue(path: folder.catalog).write { database in
            for number in 2...30 {
                try database.execute(
                    sql: """
                        INSERT INTO showtime (id, movie_id, auditorium_id, price_list_id, starts_at, ends_at)
                        SELECT 'show' || ?, 1, 1, 1, starts_at + ?, ends_at + ? FROM showtime WHERE id = 'show1'
                        """, arguments: [number, number * 86_400, number * 86_400])
            }
        }
        let room = try #require(try await CurrentCatalog(path: folder.catalog).offer(showtime: "show1")).seatCount
        let catalog = try CurrentCatalog(path: folder.catalog, maximumSeats: 10 * room)
        for number in 1...30 {
            let id = ShowtimeID(stored: "show\(number)")
            #expect(try await catalog.offer(showtime: id)?.id == id)
            #expect(catalog.keptSeats <= 10 * room)
        }
        #expect(catalog.keptSeats == 10 * room)
    }
}
