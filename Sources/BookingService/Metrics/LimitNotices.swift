import Booking
import Foundation
import Hummingbird
import Logging
import Synchronization
import WebService

/// A limit that keeps one buyer's doings from harming all others.
enum BuyersLimit: String, CaseIterable {
    case openSeats = "open_seats"
    case declines
}

/// Tells the cinema that a limit turns buyers away: each time in the metrics, in the log once in a while.
final class LimitNotices: Sendable {
    private static let pause: TimeInterval = 600

    private let metrics: BookingMetrics
    private let logger: Logger
    private let now: @Sendable () -> Date
    private let said = Mutex<[BuyersLimit: Date]>([:])

    init(metrics: BookingMetrics, logger: Logger, now: @escaping @Sendable () -> Date) {
        self.metrics = metrics
        self.logger = logger
        self.now = now
    }

    /// Looks whether `refusal` is one by a limit.
    func note(_ refusal: BookingError) {
        switch refusal {
        case .tooManyOpenSeats(let limit, _):
            turnedAway(
                .openSeats, "a client holds as many unpaid seats as one may; see --open-seats-per-client", limit: limit)
        case .tooManyDeclines(let limit, _):
            turnedAway(.declines, "a hold was declined as often as one may be", limit: limit)
        default: return
        }
    }

    private func turnedAway(_ limit: BuyersLimit, _ message: Logger.Message, limit number: Int) {
        metrics.countLimited(limit)
        let now = now()
        let isNews = said.withLock { said in
            if let last = said[limit], abs(now.timeIntervalSince(last)) < Self.pause { return false }
            said[limit] = now
            return true
        }
        if isNews {
            logger.warning(message, metadata: ["limit": "\(number)"])
        }
    }
}

/// Hears of all refusals.
struct LimitNoticeMiddleware: RouterMiddleware {
    let notices: LimitNotices

    func handle(
        _ request: Request, context: ServiceRequestContext,
        next: @concurrent (Request, ServiceRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let refusal as BookingError {
            notices.note(refusal)
            throw refusal
        }
    }
}
