/// The headers as locations of an nginx server.
struct NginxHeaders {
    let text: String

    init(_ headers: SiteHeaders, root: String) {
        // A location that adds a header of its own forgets those that stand above it, so each has them all.
        func location(_ path: String, _ cacheControl: String) -> [String] {
            let all = headers.security + [SiteHeaders.Header(name: "Cache-Control", value: cacheControl)]
            return ["location \(path) {"] + all.map { "    add_header \($0.name) \"\($0.value)\" always;" } + ["}"]
        }
        let rules = headers.caching.flatMap { rule in
            // The page of a folder is found by the name of its file, and gets the headers of that.
            rule.paths.flatMap { location($0 == root + "/" ? "= \($0)index.html" : $0, rule.cacheControl) }
        }
        let lines =
            ["# Include this in the server block of the site, below its 'root'.", "error_page 404 \(root)/404.html;"]
            + Self.types + location(root + "/", CachePolicy.revalidate) + rules
            // That file is for other hosts.
            + ["location = \(root)/\(HeadersFile.name) {", "    return 404;", "}"]
        text = lines.joined(separator: "\n") + "\n"
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
