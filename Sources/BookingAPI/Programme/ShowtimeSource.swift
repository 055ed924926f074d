package import Booking
package import Cinema

/// What is on sale.
package protocol ShowtimeSource: Sendable {
    /// - Returns: `nil` if there is no such showtime.
    func offer(showtime id: ShowtimeID) async throws -> SeatsOnSale?
}

extension ShowtimeSource {
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
