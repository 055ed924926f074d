package import Booking
package import LiveChannel
package import WebService

/// How the booking service shall behave.
package struct BookingConfiguration: Sendable {
    package var web: WebConfiguration
    package var live: LiveLimits
    /// For each client address; 0 is no limit.
    package var holdsPerMinute: Int
    /// For each client address; 0 is no limit.
    package var paymentsPerMinute: Int
    package var policy: BookingPolicy
    /// Who has it may refund orders; `nil`: nobody may.
    package var managerKey: String?
    package var housekeepingInterval: Duration

    package init(
        web: WebConfiguration = WebConfiguration(), live: LiveLimits = LiveLimits(), holdsPerMinute: Int = 0,
        paymentsPerMinute: Int = 0, policy: BookingPolicy = BookingPolicy(), managerKey: String? = nil,
        housekeepingInterval: Duration = .seconds(10)
    ) {
        self.web = web
        self.live = live
        self.holdsPerMinute = holdsPerMinute
        self.paymentsPerMinute = paymentsPerMinute
        self.policy = policy
        self.managerKey = managerKey
        self.housekeepingInterval = housekeepingInterval
    }
}
