import Foundation
import Synchronization

/// How many calls one client may make: a bucket of tokens that fills up again with time.
final class RateLimit: Sendable {
    /// Clients that are remembered at most; who has not called for a minute is forgotten.
    private static let maximumClients = 10_000

    private struct Bucket {
        var tokens: Double
        var filledAt: Date
    }

    private let perMinute: Double
    private let buckets = Mutex<[String: Bucket]>([:])

    /// - Parameter perMinute: also how many calls may come at once; 0 for no limit.
    init(perMinute: Int) {
        self.perMinute = Double(perMinute)
    }

    /// - Returns: `nil` if the call may go on, else how many seconds to wait.
    func secondsToWait(_ client: String, at now: Date) -> Int? {
        guard perMinute > 0 else { return nil }
        return buckets.withLock { buckets in
            if buckets[client] == nil, buckets.count >= Self.maximumClients {
                buckets = buckets.filter { now.timeIntervalSince($0.value.filledAt) < 60 }
            }
            var bucket = buckets[client] ?? Bucket(tokens: perMinute, filledAt: now)
            let gained = max(0, now.timeIntervalSince(bucket.filledAt)) * perMinute / 60
            bucket = Bucket(tokens: min(perMinute, bucket.tokens + gained), filledAt: now)
            defer { buckets[client] = bucket }
            guard bucket.tokens >= 1 else {
                return max(1, Int(((1 - bucket.tokens) * 60 / perMinute).rounded(.up)))
            }
            bucket.tokens -= 1
            return nil
        }
    }
}
