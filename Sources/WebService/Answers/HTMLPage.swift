import Crypto
import Foundation
import Text

/// A page of a service's own, for what the site cannot be: it has no script, and its style is the only one it may have.
package struct HTMLPage {
    let text: String
    let securityPolicy: String

    /// - Parameters:
    ///   - language: of its text, a BCP 47 code.
    ///   - body: markup; what comes from elsewhere goes through `HTMLEscaping`.
    ///   - formTargets: origins that a form may lead to, besides this one.
    package init(language: String, title: String, style: String, body: String, formTargets: [String] = []) {
        let hash = Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()
        securityPolicy = [
            "default-src 'none'", "style-src 'sha256-\(hash)'", "img-src 'self' data:", "base-uri 'none'",
            "form-action \((["'self'"] + formTargets).joined(separator: " "))", "frame-ancestors 'none'",
        ].joined(separator: "; ")
        text = """
            <!doctype html>
            <html lang="\(HTMLEscaping.escape(language))">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="data:,">
            <title>\(HTMLEscaping.escape(title))</title>
            <style>\(style)</style>
            </head>
            <body>
            \(body)
            </body>
            </html>

            """
    }
}
