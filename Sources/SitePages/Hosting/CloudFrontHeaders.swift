import Foundation

/// The headers as a response headers policy of Amazon CloudFront (`ResponseHeadersPolicyConfig`).
///
/// A policy has no paths. How long files are kept is said by each file of the bucket; `docs/hosting.md` tells how.
package struct CloudFrontHeaders {
    package let text: String

    /// - Parameter name: of the policy, as AWS lists it.
    package init(_ headers: SiteHeaders, name: String) throws {
        var security: [String: Any] = [:]
        var others: [[String: Any]] = []
        for header in headers.security {
            switch header.name {
            case "Content-Security-Policy":
                security["ContentSecurityPolicy"] = ["ContentSecurityPolicy": header.value, "Override": true]
            case "X-Content-Type-Options":
                security["ContentTypeOptions"] = ["Override": true]
            case "X-Frame-Options":
                security["FrameOptions"] = ["FrameOption": header.value, "Override": true]
            case "Referrer-Policy":
                security["ReferrerPolicy"] = ["ReferrerPolicy": header.value, "Override": true]
            case "Strict-Transport-Security":
                security["StrictTransportSecurity"] = [
                    "AccessControlMaxAgeSec": SiteHeaders.year, "IncludeSubdomains": false, "Override": true,
                    "Preload": false,
                ]
            default:
                others.append(["Header": header.name, "Value": header.value, "Override": true])
            }
        }
        let policy: [String: Any] = [
            "Name": name, "Comment": "The headers of a site of Marquee", "SecurityHeadersConfig": security,
            "CustomHeadersConfig": ["Quantity": others.count, "Items": others],
        ]
        let json = try JSONSerialization.data(
            withJSONObject: policy, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        text = String(decoding: json, as: UTF8.self) + "\n"
    }
}
