import Cinema
import Foundation
import Synchronization

/// Which showings are in the store as holds are made for them now, and as which record, so that they are not looked up
/// with every hold.
final class ShowingCache: Sendable {
    private struct Written {
        let showing: Showing
        let sequence: Int
    }

    private static let maximumShowings = 10_000
    private let written = Mutex<[ShowtimeID: Written]>([:])

    /// - Returns: the record of just these facts; `nil` if the store has to be asked.
    func sequence(of quote: Quote) -> Int? {
        written.withLock { written in
            written[quote.showtime].flatMap { $0.showing == quote.showing ? $0.sequence : nil }
        }
    }

    /// To be called once the record is durable.
    func remember(_ quote: Quote, as sequence: Int) {
        written.withLock { written in
            if written.count >= Self.maximumShowings { written = [:] }
            written[quote.showtime] = Written(showing: quote.showing, sequence: sequence)
        }
    }
}
