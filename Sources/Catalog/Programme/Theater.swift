package import Cinema
package import Foundation
import Text

package final class Theater: Sendable {
    package let id: Int64
    package let slug: String
    package let name: String
    package let timeZone: TimeZone
    package let street: String
    package let postalCode: String
    package let city: String
    package let region: String
    package let country: String
    package let coordinates: Coordinates?
    package let website: String
    package let phone: String
    package let description: String
    /// Puts theaters in order of place, whatever they are called: a visitor looks for the own town.
    package let place: String

    init(
        id: Int64, slug: String, name: String, timeZone: TimeZone, street: String, postalCode: String, city: String,
        region: String, country: String, coordinates: Coordinates?, website: String, phone: String, description: String
    ) {
        self.id = id
        self.slug = slug
        self.name = name
        self.timeZone = timeZone
        self.street = street
        self.postalCode = postalCode
        self.city = city
        self.region = region
        self.country = country
        self.coordinates = coordinates
        self.website = website
        self.phone = phone
        self.description = description
        place = Folding.words(of: city).joined(separator: " ") + "/" + slug
    }
}

package struct Coordinates: Sendable {
    package let latitude: Double
    package let longitude: Double
}

package final class Auditorium: Sendable {
    package let theater: Theater
    package let name: String
    /// See ``Layout``.
    package let layout: String

    init(theater: Theater, name: String, layout: String) {
        self.theater = theater
        self.name = name
        self.layout = layout
    }
}

package final class Layout: Sendable {
    package let id: String
    /// See ``SeatPlan``.
    package let plan: String
    package let seats: SeatLayout

    init(id: String, plan: String, seats: SeatLayout) {
        self.id = id
        self.plan = plan
        self.seats = seats
    }
}
