/// Which files of a site gain from being compressed before anybody asks for them.
package enum Compression {
    /// Below this size, what is saved fits into the packet that is sent anyway.
    private static let smallest = 257

    /// Pictures and fonts are compressed already.
    private static let types: Set<String> = [
        "atom", "css", "csv", "html", "ics", "js", "json", "map", "mjs", "rss", "svg", "txt", "wasm", "webmanifest",
        "xml",
    ]

    /// - Parameters:
    ///   - path: of the file; its ending tells what it is.
    ///   - size: in bytes.
    package static func isWorthwhile(path: String, size: Int) -> Bool {
        guard size >= smallest, let dot = path.lastIndex(of: ".") else { return false }
        return types.contains(path[path.index(after: dot)...].lowercased())
    }
}
