import Cinema
import Foundation
import Synchronization

/// Which showings are in the store as they are now, so that they are not written with every hold.
final class ShowingMemory: Sendable {
    private static let maximumShowings = 10_000
    private let written = Mutex<[ShowtimeID: Showing]>([:])

    /// - Returns: the facts of the showing as the store keeps them; `nil` if it has them.
    func newFacts(of quote: Quote) throws -> String? {
        guard written.withLock({ $0[quote.showtime] }) != quote.showing else { return nil }
        return String(decoding: try JSONEncoder().encode(quote.showing), as: UTF8.self)
    }

    /// To be called once the facts are durable.
    func remember(_ quote: Quote) {
        written.withLock { written in
            if written.count >= Self.maximumShowings { written = [:] }
            written[quote.showtime] = quote.showing
        }
    }
}
