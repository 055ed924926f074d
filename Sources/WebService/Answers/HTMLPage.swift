import Crypto
import Foundation

/// A page of a service's own, for what the site cannot be: it has no script, and its style is the only one it may have.
package struct HTMLPage {
    let text: String
    let securityPolicy: String

    /// - Parameters:
    ///   - language: of its text, a BCP 47 code.
    ///   - body: markup; what comes from elsewhere goes through ``escaped(_:)``.
    ///   - formTargets: origins that a form may lead to, besides this one.
    package init(language: String, title: String, style: String, body: String, formTargets: [String] = []) {
        let hash = Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()
        securityPolicy = [
            "default-src 'none'", "style-src 'sha256-\(hash)'", "img-src 'self' data:", "base-uri 'none'",
            "form-action \((["'self'"] + formTargets).joined(separator: " "))", "frame-ancestors 'none'",
        ].joined(separator: "; ")
        text = """
            <!doctype html>
            <html lang="\(Self.escaped(language))">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="data:,">
            <title>\(Self.escaped(title))</title>
            <style>\(style)</style>
            </head>
            <body>
            \(body)
            </body>
            </html>

            """
    }

    package static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
