import Foundation
import WebOrigin

/// What the pages of a site may load, run and send (Content Security Policy, level 3): their own files, the pictures
/// and answers of the booking API, and nothing else. No script or style that stands in a page is ever applied, so text
/// of the catalog cannot become one.
struct ContentSecurityPolicy: Sendable {
    private let directives: [(name: String, values: [String])]

    /// - Parameters:
    ///   - site: where the pages are.
    ///   - api: where the booking API is.
    init(site: SiteURL, api: SiteURL) {
        directives =
            [
                ("default-src", ["'none'"]),
                ("script-src", ["'self'"]),
                ("style-src", ["'self'"]),
                ("img-src", ["'self'", api.origin.text]),
                ("font-src", ["'self'"]),
                ("manifest-src", ["'self'"]),
                ("worker-src", ["'self'"]),
                ("connect-src", ["'self'", api.origin.text, api.origin.socketText]),
                ("form-action", ["'self'"]),
                ("base-uri", ["'none'"]),
                ("object-src", ["'none'"]),
            ] + (site.origin.isSecure ? [("upgrade-insecure-requests", [])] : [])
    }

    /// `frame-ancestors` counts in a header only. Trusted types would count in a page too, but no checker of HTML knows
    /// them yet: no script of ours makes elements from text, and none may begin to. The one policy that a script may make
    /// lets the address of the tickets' service worker through and nothing else (`Public/assets/tickets/kept-offline.js`).
    private static let inHeaderOnly = [
        ("require-trusted-types-for", ["'script'"]), ("trusted-types", ["marquee-tickets"]),
        ("frame-ancestors", ["'none'"]),
    ]

    /// For the page itself.
    var meta: String { Self.text(directives) }

    /// For the header `Content-Security-Policy`.
    var header: String { Self.text(directives + Self.inHeaderOnly) }

    private static func text(_ directives: [(name: String, values: [String])]) -> String {
        directives.map { ([$0.name] + $0.values).joined(separator: " ") }.joined(separator: "; ")
    }
}
