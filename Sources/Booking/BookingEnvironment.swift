package import Foundation

/// What the rules take from the world around them, so that tests can decide it, and what they tell it.
package struct BookingEnvironment: Sendable {
    package let now: @Sendable () -> Date
    package let random: @Sendable () -> any RandomNumberGenerator
    /// Where the store counts what it commits.
    package let commits: CommitLog

    package init(
        now: @escaping @Sendable () -> Date = { Date() },
        random: @escaping @Sendable () -> any RandomNumberGenerator = { SystemRandomNumberGenerator() },
        commits: CommitLog = CommitLog()
    ) {
        self.now = now
        self.random = random
        self.commits = commits
    }
}
