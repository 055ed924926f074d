import Booking
import Cinema
import Foundation
import StrictJSON

/// The JSON of a hold, as openapi.yaml describes it.
struct HoldBody {
    let json: String

    init(_ hold: Hold) {
        var json = #"{"id":"\#(hold.id.text)","expiresAt":"\#(hold.expiresAt.rfc3339)","showtime":"#
        json.appendQuoted(hold.showtime.text)
        json += #","seats":["#
        for (place, seat) in hold.seats.enumerated() {
            json += place == 0 ? #"{"seat":"# : #",{"seat":"#
            json.appendQuoted(seat.seat.text)
            json += #","ticketType":"#
            json.appendQuoted(seat.ticketType.text)
            json += #","price":\#(Self.money(seat.price))}"#
        }
        self.json = json + #"],"total":\#(Self.money(hold.total))}"#
    }

    /// A currency is three capital letters.
    private static func money(_ money: Money) -> String {
        #"{"amount":\#(money.amount),"currency":"\#(money.currency.code)"}"#
    }
}

extension Date {
    /// `2026-11-21T20:30:00.000Z`
    var rfc3339: String {
        let milliseconds = Int((timeIntervalSince1970 * 1000).rounded(.down))
        let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
        let time = LocalTime(secondsSinceEpoch: seconds, offset: 0).rfc3339.prefix { $0 != "Z" }
        return "\(time).\(String(rest + 1000).dropFirst())Z"
    }
}
