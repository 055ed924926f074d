import Booking
import Checkout
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
        await every(interval) {
            await checkout.settle()
            do {
                try await store.tidy()
            } catch {
                logger.error("the store cannot be tidied now", metadata: ["reason": "\(error)"])
            }
        }
    }
}

/// Renews the leases of the payments that this process works on, so that a slow bank makes no other process take them for
/// payments that were left behind.
struct LeaseRenewal: Service {
    let checkout: Checkout
    /// Several times in the life of a lease.
    let interval: Duration

    func run() async throws {
        await every(interval) { await checkout.renewLeases() }
    }
}

/// Does `work` again and again, until the server is to stop.
func every(_ interval: Duration, _ work: @Sendable @escaping () async -> Void) async {
    try? await cancelWhenGracefulShutdown {
        while true {
            try await Task.sleep(for: interval)
            await work()
        }
    }
}

/// Frees the seats of holds at the moment they are over, so that watchers see it. No answer depends on it either.
struct ExpiryClock: Service {
    /// The clock may be set, and another process may hold seats: nothing is waited for longer than this.
    private static let longestWait = Duration.seconds(1)

    let store: any BookingStore
    let environment: BookingEnvironment
    let logger: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                try await Task.sleep(for: await timeToNextExpiry(), tolerance: .milliseconds(5))
            }
        }
    }

    private func timeToNextExpiry() async -> Duration {
        do {
            guard let next = try await store.expire() else { return Self.longestWait }
            let seconds = max(0.001, next.timeIntervalSince(environment.now()))
            return min(.seconds(seconds), Self.longestWait)
        } catch  where Task.isCancelled {
            return Self.longestWait
        } catch {
            logger.error("expired holds cannot be removed now", metadata: ["reason": "\(error)"])
            return Self.longestWait
        }
    }
}
