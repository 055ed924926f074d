import Booking
import Cinema
import Foundation
import Text

extension Hold {
    /// Its JSON, as openapi.yaml describes it.
    var body: [UInt8] {
        JSONWriter.object { json in
            json.member("id", id.text)
            json.member("expiresAt", expiresAt.rfc3339)
            json.member("showtime", showtime.text)
            json.member("seats", seats) { json, seat in
                json.object { json in
                    json.member("seat", seat.seat.text)
                    json.member("ticketType", seat.ticketType.text)
                    json.member("price", seat.price)
                }
            }
            json.member("total", total)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: StaticString, _ money: Money) {
        member(name) { json in
            json.object { json in
                json.member("amount", money.amount)
                json.member("currency", money.currency.code)
            }
        }
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
