import Cinema
import Foundation

/// The seats of a hold in one column: `[["C5","adult",1250],…]`. All are priced in the currency of the hold.
enum SeatList {
    static func text(of seats: [PricedSeat]) throws -> String {
        String(decoding: try JSONEncoder().encode(seats.map(Entry.init)), as: UTF8.self)
    }

    static func seats(from text: String, in currency: Currency) throws -> [PricedSeat] {
        try JSONDecoder().decode([Entry].self, from: Data(text.utf8)).map { $0.seat(in: currency) }
    }

    private struct Entry: Codable {
        let seat: String
        let ticketType: String
        let amount: Int

        init(_ seat: PricedSeat) {
            self.seat = seat.seat
            ticketType = seat.ticketType
            amount = seat.price.amount
        }

        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            seat = try container.decode(String.self)
            ticketType = try container.decode(String.self)
            amount = try container.decode(Int.self)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.unkeyedContainer()
            try container.encode(seat)
            try container.encode(ticketType)
            try container.encode(amount)
        }

        func seat(in currency: Currency) -> PricedSeat {
            PricedSeat(seat: seat, ticketType: ticketType, price: Money(amount: amount, currency: currency))
        }
    }
}
