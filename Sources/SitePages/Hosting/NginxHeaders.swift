import Foundation

/// The headers as locations of an nginx server, which compares them with paths that it has decoded.
package struct NginxHeaders {
    package let text: String

    /// - Parameter root: percent-encoded.
    package init(_ headers: SiteHeaders, root: String) {
        // A location that adds a header of its own forgets those that stand above it, so each has them all.
        func location(_ path: (text: String, isExact: Bool), _ cacheControl: String) -> [String] {
            let all = headers.security + [SiteHeaders.Header(name: "Cache-Control", value: cacheControl)]
            return ["location \(path.isExact ? "= " : "")\(Self.word(path.text)) {"]
                + all.map { "    add_header \($0.name) \"\($0.value)\" always;" } + ["}"]
        }
        let rules = headers.caching.flatMap { rule in
            // The page of a folder is found by the name of its file, and gets the headers of that.
            rule.paths.flatMap {
                location($0 == root + "/" ? ($0 + "index.html", true) : ($0, false), rule.cacheControl)
            }
        }
        let lines =
            [
                "# Include this in the server block of the site, below its 'root'.",
                "error_page 404 \(Self.word(root + "/404.html"));",
            ]
            + Self.types + location((root + "/", false), CachePolicy.revalidate) + rules
            // That file is for other hosts.
            + ["location = \(Self.word("\(root)/\(HeadersFile.name)")) {", "    return 404;", "}"]
        text = lines.joined(separator: "\n") + "\n"
    }

    /// A path as nginx compares it, in quotes if its language needs them.
    private static func word(_ path: String) -> String {
        let decoded = path.removingPercentEncoding ?? path
        let isPlain = decoded.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || "/0123456789-._~".unicodeScalars.contains($0)
        }
        return isPlain ? decoded : "\"\(decoded)\""
    }

    /// nginx's own list does not know all of our files. A list in a server block replaces that as a whole, so this has all
    /// that a site may hold.
    private static var types: [String] {
        let parts = ContentType.types.map { ending, type in
            (ending: ending, type: type.prefix { $0 != ";" }, isText: type.contains("charset="))
        }
        let types = Dictionary(grouping: parts, by: \.type).sorted { $0.key < $1.key }
        let texts = types.filter { $0.value[0].isText && $0.key != "text/html" }.map(\.key)
        return ["types {"]
            + types.map { "    \($0.key) \($0.value.map(\.ending).sorted().joined(separator: " "));" }
            + ["}", "default_type \(ContentType.unknown);", "charset_types \(texts.joined(separator: " "));"]
    }
}
