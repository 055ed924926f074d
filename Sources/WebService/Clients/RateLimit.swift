package import Foundation
import Synchronization

/// How many calls one client may make: a bucket of tokens that fills up again with time.
package final class RateLimit: Sendable {
    private struct Bucket {
        var tokens: Double
        var filledAt: Date
    }

    /// Two generations: the older is dropped when the younger is full, so no crowd of addresses fills the memory. Who is
    /// forgotten so begins with a full bucket; but a crowd is not what a limit for each client stops.
    private struct Buckets {
        var young: [IPAddress: Bucket] = [:]
        var old: [IPAddress: Bucket] = [:]
    }

    private let perMinute: Double
    private let generation: Int
    private let buckets = Mutex(Buckets())

    /// - Parameters:
    ///   - perMinute: also how many calls may come at once; 0 for no limit.
    ///   - generation: how many clients are remembered for certain.
    package init(perMinute: Int, generation: Int = 20_000) {
        self.perMinute = Double(perMinute)
        self.generation = generation
    }

    /// - Throws: the ``Problem`` of a client that has called too often.
    package func admit(_ client: IPAddress, at now: Date) throws {
        guard let seconds = secondsToWait(client, at: now) else { return }
        throw Problem.later(.tooManyRequests, "wait a moment before you try again", retryAfter: seconds)
    }

    /// - Returns: `nil` if the call may go on, else how many seconds to wait.
    func secondsToWait(_ client: IPAddress, at now: Date) -> Int? {
        guard perMinute > 0 else { return nil }
        let client = client.counted
        return buckets.withLock { buckets in
            var bucket = buckets.young[client] ?? buckets.old[client] ?? Bucket(tokens: perMinute, filledAt: now)
            let gained = max(0, now.timeIntervalSince(bucket.filledAt)) * perMinute / 60
            bucket = Bucket(tokens: min(perMinute, bucket.tokens + gained), filledAt: now)
            defer {
                if buckets.young[client] == nil, buckets.young.count >= generation {
                    buckets = Buckets(old: buckets.young)
                }
                buckets.young[client] = bucket
            }
            guard bucket.tokens >= 1 else {
                return max(1, Int(((1 - bucket.tokens) * 60 / perMinute).rounded(.up)))
            }
            bucket.tokens -= 1
            return nil
        }
    }

    /// How many clients are remembered.
    var count: Int { buckets.withLock { $0.young.count + $0.old.count } }
}
