import Booking
import WebService

/// Whether seats can be sold now, in words for whoever looks after the server.
struct BookingReadiness: Sendable {
    private let store: Readiness
    private let showtimes: any ShowtimeSource

    init(_ parts: BookingParts) {
        store = Readiness(now: parts.environment.now) { try await parts.store.requireWritable() }
        showtimes = parts.showtimes
    }

    /// - Throws: the ``Problem`` that says why not.
    func require() async throws {
        do {
            try await store.require()
        } catch let fault as StoreError {
            throw Problem.later(.serviceUnavailable, "\(fault)", retryAfter: 5)
        }
        do {
            // Also while sales go on from what is known of the last catalog: whoever looks after the server should know.
            try await showtimes.requireReadable()
        } catch let fault as CatalogFault {
            throw Problem.later(.serviceUnavailable, fault.reason, retryAfter: 5)
        }
    }
}
