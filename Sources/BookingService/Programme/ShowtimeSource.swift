package import Booking
import Catalog
package import Cinema

/// What is on sale.
package protocol ShowtimeSource: Sendable {
    /// - Returns: `nil` if there is no such showtime.
    /// - Throws: ``CatalogFault`` if nobody can tell at this moment.
    func offer(showtime id: ShowtimeID) async throws -> SeatsOnSale?

    /// - Throws: ``CatalogFault`` if what is on sale cannot be read now, even if sales go on from what is known.
    func requireReadable() async throws
}

extension ShowtimeSource {
    package func requireReadable() async throws {}

    /// What becomes of those who hold seats or have bought some, whatever has become of the catalog.
    func listing(of id: ShowtimeID) async throws -> ShowingListing {
        do {
            return try await offer(showtime: id).map(ShowingListing.offered) ?? .absent
        } catch is CatalogFault {
            return .unknown
        } catch is UnsellableShowtime {
            return .unknown
        }
    }

    /// What is on sale of the showtime that a client names, in its own spelling.
    ///
    /// - Throws: `BookingError.unknownShowtime`.
    func offer(named text: String) async throws -> SeatsOnSale {
        guard let id = ShowtimeID(text), let offer = try await offer(showtime: id) else {
            throw BookingError.unknownShowtime
        }
        return offer
    }
}
