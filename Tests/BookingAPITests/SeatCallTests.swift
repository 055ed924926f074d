import Booking
import BookingService
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@Suite("Asking for the seats")
struct SeatCallTests {
    @Test("held and sold seats are told apart, with a version that an ETag carries")
    func states() async throws {
        try await TestParts().run { buyer in
            let empty = try await buyer.seats()
            #expect(empty.status == 200 && empty.held == [] && empty.sold == [])
            let hold = try await buyer.hold("A1", "A2")
            #expect(try await buyer.seats().held == ["A1", "A2"])
            _ = try await buyer.pay(hold.id)
            let paid = try await buyer.seats()
            #expect(paid.sold == ["A1", "A2"] && paid.held == [])
            #expect(paid.headers[.eTag] != empty.headers[.eTag])
        }
    }

    @Test("who has the current version is spared the rest, until time or someone changes it")
    func notModified() async throws {
        let parts = try TestParts()
        try await parts.run { buyer in
            _ = try await buyer.hold("A1")
            let tag = try #require(try await buyer.seats().headers[.eTag])
            let path = "/v1/showtimes/show1/seats"
            let again = try await buyer.get(path, headers: [.ifNoneMatch: "\"other\", W/\(tag)"])
            #expect(again.status == 304 && again.body.isEmpty && again.headers[.eTag] == tag)
            parts.advance(600)
            let late = try await buyer.get(path, headers: [.ifNoneMatch: tag])
            #expect(late.status == 200 && late.held == [] && late.headers[.eTag] != tag)
        }
    }

    @Test("how many seats one hold may have is told with them, and changes the ETag with it")
    func seatsPerHold() async throws {
        let parts = try TestParts()
        let usual = try await parts.run { try await $0.seats() }
        #expect(usual.json["seatsPerHold"] as? Int == 10)
        var configuration = BookingConfiguration()
        configuration.policy = BookingPolicy(seatsPerHold: 4)
        let tag = try #require(usual.headers[.eTag])
        let fewer = try await parts.run(.router, configuration) {
            try await $0.get("/v1/showtimes/show1/seats", headers: [.ifNoneMatch: tag])
        }
        #expect(fewer.status == 200 && fewer.json["seatsPerHold"] as? Int == 4)
    }

    @Test("a showtime that the catalog does not know has no seats")
    func unknown() async throws {
        try await TestParts().run { buyer in
            let answer = try await buyer.seats("nothing")
            #expect(answer.status == 404 && answer.code == "unknown_showtime")
        }
    }
}
