import WebOrigin

/// The headers that a host should send with the files of a site. All hosts' files are made from this.
package struct SiteHeaders: Sendable {
    package struct Header: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    /// How long the files of some folders may be kept.
    struct CacheRule: Hashable, Sendable {
        /// Paths with everything below them if they end in a slash; no path is in two rules.
        let paths: [String]
        let cacheControl: String
    }

    /// Sent with every file.
    let security: [Header]
    let caching: [CacheRule]
    let contentSecurityPolicy: ContentSecurityPolicy

    package init(site: SiteURL, api: SiteURL) {
        contentSecurityPolicy = ContentSecurityPolicy(site: site, api: api)
        let secure = [Header(name: "Strict-Transport-Security", value: "max-age=\(Self.year)")]
        security =
            [
                Header(name: "Content-Security-Policy", value: contentSecurityPolicy.header),
                Header(name: "X-Content-Type-Options", value: "nosniff"),
                Header(name: "X-Frame-Options", value: "DENY"),
                Header(name: "Referrer-Policy", value: "same-origin"),
                Header(name: "Cross-Origin-Opener-Policy", value: "same-origin"),
                Header(name: "Permissions-Policy", value: Self.permissions),
            ] + (site.origin.isSecure ? secure : [])
        caching = [
            CacheRule(
                paths: ["assets/", PosterFile.folder + "/"].map { "\(site.root)/\($0)" },
                cacheControl: CachePolicy.forever),
            CacheRule(
                paths: [site.home]
                    + PageKinds.rootEntries.filter(\.isKeptBriefly).map(\.name).sorted().map {
                        "\(site.root)/\($0)/"
                    },
                cacheControl: CachePolicy.briefly),
        ]
    }

    /// In seconds.
    static let year = 31_536_000

    /// What no page of a cinema needs.
    private static let permissions = [
        "accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone", "payment", "usb",
    ].map { "\($0)=()" }.joined(separator: ", ")
}
