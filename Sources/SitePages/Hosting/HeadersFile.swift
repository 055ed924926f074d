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

    /// Reads such a file. Lines that say nothing are passed over, as the hosts do.
    package init(_ text: String) {
        var rules: [Rule] = []
        for line in text.split(whereSeparator: \.isNewline)
        where !line.trimmingPrefix(while: \.isWhitespace).hasPrefix("#") {
            if line.first?.isWhitespace == false {
                rules.append(Rule(path: String(line), headers: []))
            } else if let rule = rules.last, let colon = line.firstIndex(of: ":") {
                let name = line[..<colon].drop(while: \.isWhitespace)
                let value = line[line.index(after: colon)...].drop(while: \.isWhitespace)
                let header = SiteHeaders.Header(name: String(name), value: String(value))
                rules[rules.count - 1] = Rule(path: rule.path, headers: rule.headers + [header])
            }
        }
        self.rules = rules
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
