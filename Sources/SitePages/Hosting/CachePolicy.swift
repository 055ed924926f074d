/// How long a browser may keep what it got, as the value of `Cache-Control`.
package enum CachePolicy {
    /// Until it has asked whether there is something new.
    package static let revalidate = "no-cache"
    /// For a minute; for ten more it may be shown while the browser asks.
    static let briefly = "public, max-age=60, stale-while-revalidate=600"
    /// A year, the longest that all browsers understand: an address with a hash of the content in it never shows
    /// anything else.
    static let forever = "public, max-age=31536000, immutable"

    /// - Parameter file: the names down to it; hashed files are those below `assets/{hash}/` and all posters.
    package static func of(_ file: [String]) -> String {
        if file.count > 1, file[0] == PosterFile.folder { return forever }
        guard file.count > 2, file[0] == "assets", file[1].count >= 8, file[1].allSatisfy(\.isHexDigit) else {
            return revalidate
        }
        return forever
    }
}
