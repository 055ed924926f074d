/// The one folder with a dot in front that a site may have, such as for `security.txt` (RFC 8615). All others are hidden.
package enum WellKnown {
    package static let folder = ".well-known"

    /// - Parameter names: of folders and a file, below the site's root.
    package static func hides(_ names: some Sequence<some StringProtocol>) -> Bool {
        names.enumerated().contains { $1.hasPrefix(".") && ($0 > 0 || $1 != folder) }
    }
}
