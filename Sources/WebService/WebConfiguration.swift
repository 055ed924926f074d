package import WebOrigin

/// How a server shall behave, whatever it serves.
package struct WebConfiguration: Sendable {
    package var host: String
    /// 0 takes any that is free.
    package var port: Int
    package var allowedOrigins: AllowedOrigins
    /// Where clients find this server; `nil`: where they say, or their proxy does (``PublicAddress``).
    package var publicURL: WebAddress?
    package var trustedProxies: TrustedProxies
    package var limits: ServerLimits

    package init(
        host: String = "127.0.0.1", port: Int = 0, allowedOrigins: AllowedOrigins = .none,
        publicURL: WebAddress? = nil, trustedProxies: TrustedProxies = .none, limits: ServerLimits = ServerLimits()
    ) {
        self.host = host
        self.port = port
        self.allowedOrigins = allowedOrigins
        self.publicURL = publicURL
        self.trustedProxies = trustedProxies
        self.limits = limits
    }
}
