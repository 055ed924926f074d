import BookingAPI
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
}
