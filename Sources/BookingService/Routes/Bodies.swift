import Booking
import Cinema
import Foundation
import Payments

// The JSON of the API, as openapi.yaml describes it.

struct SeatsBody: Encodable {
    let showtime: ShowtimeID
    /// Versions of another epoch are no older and no newer.
    let epoch: String
    let version: Int
    /// How many seats one hold may have.
    let seatsPerHold: Int
    let sold: [SeatName]
    let held: [SeatName]
}

/// What is wanted, in the client's own spelling.
struct NewHoldBody: Decodable {
    struct Seat: Decodable {
        let seat: String
        let ticketType: String
    }

    let showtime: String
    let seats: [Seat]
    /// Of the buyer's page.
    let language: String?

    var pageLanguage: PageLanguage? {
        get throws {
            try language.map { text in
                guard let language = PageLanguage(text) else {
                    throw BookingError.invalidRequest(
                        "language: give a language as BCP 47 names it, such as en or pt-BR")
                }
                return language
            }
        }
    }
}

struct PaymentBody: Decodable {
    struct Payment: Decodable {
        let method: String?
        let card: Card?
    }

    struct Card: Decodable {
        let number: String
        let expMonth: Int
        let expYear: Int
        let cvc: String
    }

    let name: String
    let email: String
    let payment: Payment
    /// Where the buyer's browser goes after 3-D Secure.
    let returnUrl: String?

    var paymentMethod: PaymentMethod {
        get throws {
            switch (payment.method, payment.card) {
            case (let name?, nil): .named(name)
            case (nil, let card?):
                .card(.init(number: card.number, expMonth: card.expMonth, expYear: card.expYear, cvc: card.cvc))
            default: throw BookingError.invalidRequest("payment: give either 'method' or 'card'")
            }
        }
    }
}

struct TicketKeysBody: Encodable {
    struct Key: Encodable {
        let id: String
        let algorithm: String
        let publicKey: String
    }

    let keys: [Key]
}
