package import Booking

/// What is on sale.
package protocol ShowtimeSource: Sendable {
    /// - Returns: `nil` if there is no such showtime.
    func offer(showtime id: String) async throws -> SeatsOnSale?
}
