import Files

/// The file `_headers`, in which Netlify and Cloudflare Pages look for the headers to send: a path, then its headers,
/// each on a line of its own.
package struct HeadersFile: Hashable, Sendable {
    package struct Rule: Hashable, Sendable {
        /// `/assets/*` is everything below that folder.
        let path: String
        let headers: [SiteHeaders.Header]
    }

    package static let name = RootEntry.headers.name

    let rules: [Rule]

    package init(_ headers: SiteHeaders, root: String) {
        let caching = headers.caching.flatMap { rule in
            rule.paths.map { path in
                // Where two rules give the same header, these hosts send both values.
                let pattern = path == root + "/" ? path : path + "*"
                return Rule(path: pattern, headers: [.init(name: "Cache-Control", value: rule.cacheControl)])
            }
        }
        // What these hosts may not know by its ending.
        let types = [("theaters/:theater/calendar.ics", "ics"), ("site.webmanifest", "webmanifest")].map {
            path, ending in
            Rule(
                path: "\(root)/\(path)",
                headers: [.init(name: "Content-Type", value: ContentType.of("." + ending))])
        }
        rules = [Rule(path: "\(root)/*", headers: headers.security)] + caching + types
    }

    /// Reads such a file.
    package init(_ text: String) {
        rules = HeadersText.blocks(in: text).map { block in
            Rule(path: block.path, headers: block.headers.map { .init(name: $0.name, value: $0.value) })
        }
    }

    package var text: String {
        rules.map { rule in
            ([rule.path] + rule.headers.map { "  \($0.name): \($0.value)" }).joined(separator: "\n") + "\n"
        }
        .joined(separator: "\n")
    }

    /// What is sent with every file of the site.
    package var everywhere: [SiteHeaders.Header] { rules.first { $0.path.hasSuffix("/*") }?.headers ?? [] }
}
