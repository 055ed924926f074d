package import Booking
package import WebOrigin

/// How the server shall behave.
package struct ServerConfiguration: Sendable {
    package var host: String
    package var port: Int
    package var allowedOrigins: AllowedOrigins
    /// Where clients find this server; `nil`: where they say, or their proxy does (``PublicAddress``).
    package var publicURL: WebAddress?
    /// For each client address; 0 is no limit.
    package var holdsPerMinute: Int
    /// For each client address; 0 is no limit.
    package var paymentsPerMinute: Int
    package var trustedProxies: TrustedProxies
    package var limits: ServerLimits
    package var policy: BookingPolicy
    /// Who has it may refund orders; `nil`: nobody may.
    package var managerKey: String?
    package var housekeepingInterval: Duration

    package init(
        host: String = "127.0.0.1", port: Int = 8081, allowedOrigins: AllowedOrigins = .none,
        publicURL: WebAddress? = nil, holdsPerMinute: Int = 0, paymentsPerMinute: Int = 0,
        trustedProxies: TrustedProxies = .none, limits: ServerLimits = ServerLimits(),
        policy: BookingPolicy = BookingPolicy(), managerKey: String? = nil,
        housekeepingInterval: Duration = .seconds(10)
    ) {
        self.host = host
        self.port = port
        self.allowedOrigins = allowedOrigins
        self.publicURL = publicURL
        self.holdsPerMinute = holdsPerMinute
        self.paymentsPerMinute = paymentsPerMinute
        self.trustedProxies = trustedProxies
        self.limits = limits
        self.policy = policy
        self.managerKey = managerKey
        self.housekeepingInterval = housekeepingInterval
    }
}
