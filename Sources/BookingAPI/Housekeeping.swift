import Booking
import Foundation
import Logging
import ServiceLifecycle

/// Tidies the store and settles payments now and then. No answer depends on when.
struct Housekeeping: Service {
    let store: any BookingStore
    let checkout: Checkout
    let interval: Duration
    let logger: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                try await Task.sleep(for: interval)
                await checkout.settle()
                do {
                    try await store.tidy()
                } catch {
                    logger.error("the store cannot be tidied now", metadata: ["reason": "\(error)"])
                }
            }
        }
    }
}
