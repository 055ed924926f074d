import Catalog
import Cinema
import Foundation
import Synchronization
import Text

/// What the pages of all showtimes of a theater say of it, made once.
final class TheaterParts: Sendable {
    /// For the titles of pages.
    let fullName: String
    /// As the theater's country writes it.
    let addressLines: [String]
    let addressLine: String
    /// The same without the street, in one line.
    let locality: String
    /// The place of an event, in the words of schema.org: JSON.
    let place: [UInt8]

    init(_ theater: Theater, _ site: Site) {
        fullName = site.fullName(theater)
        let address = theater.address
        addressLines = address.lines
        addressLine = address.line
        locality = address.locality
        var json = JSONWriter()
        json.place(theater, site.url)
        place = json.bytes
    }
}

final class TheaterPartsCache: Sendable {
    private let parts: Mutex<[Int64: TheaterParts]> = Mutex([:])

    subscript(theater: Theater, site: Site) -> TheaterParts {
        parts.withLock { parts in
            if let known = parts[theater.id] { return known }
            let made = TheaterParts(theater, site)
            parts[theater.id] = made
            return made
        }
    }
}

extension Theater {
    /// The ISO 3166 code of the theater's country, which its clock tells if nobody else does; empty if that does not
    /// either.
    var countryCode: String {
        country.isEmpty ? Country.code(ofZone: timeZone.identifier) ?? "" : Country.code(country)
    }

    var address: PostalAddress {
        PostalAddress(street: street, postalCode: postalCode, city: city, region: region, country: countryCode)
    }
}
