import Booking
import Cinema
import Foundation
import Text

/// The seats of a hold in one column: `[["C5","adult",1250],…]`. All are priced in the currency of the hold.
enum SeatList {
    static func text(of seats: [PricedSeat]) -> String {
        var json = JSONWriter()
        json.array { json in
            for seat in seats {
                json.array { json in
                    json.string(seat.seat.text)
                    json.string(seat.ticketType.text)
                    json.number(seat.price.amount)
                }
            }
        }
        return json.text
    }

    static func seats(from text: String, in currency: Currency) throws -> [PricedSeat] {
        try JSONDecoder().decode([Entry].self, from: Data(text.utf8)).map { $0.seat(in: currency) }
    }

    private struct Entry: Decodable {
        let seat: SeatName
        let ticketType: TicketTypeCode
        let amount: Int

        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            seat = try container.decode(SeatName.self)
            ticketType = try container.decode(TicketTypeCode.self)
            amount = try container.decode(Int.self)
        }

        func seat(in currency: Currency) -> PricedSeat {
            PricedSeat(seat: seat, ticketType: ticketType, price: Money(amount: amount, currency: currency))
        }
    }
}
