package import Foundation

/// What the rules take from the world around them, so that tests can decide it.
package struct BookingEnvironment: Sendable {
    package let now: @Sendable () -> Date
    package let random: @Sendable () -> any RandomNumberGenerator

    package init(
        now: @escaping @Sendable () -> Date = { Date() },
        random: @escaping @Sendable () -> any RandomNumberGenerator = { SystemRandomNumberGenerator() }
    ) {
        self.now = now
        self.random = random
    }
}
