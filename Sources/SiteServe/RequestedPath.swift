import Foundation
import SitePages

/// What a request asks for, as names of folders and a file below the site's root.
///
/// Only a name that can stand in a site makes one: whatever could lead elsewhere (`..`, a slash that came encoded, a
/// backslash, a control character) or is hidden (a name that begins with a dot, but for ``WellKnown``) is refused here, before the file
/// system is asked.
struct RequestedPath: Hashable {
    private let names: [String]
    /// Whether the path ends in a slash, as the address of a page does.
    private let isFolder: Bool

    /// - Parameters:
    ///   - path: as it stands in the request, percent-encoded.
    ///   - root: the path below which the site lives: empty, or `/programme`.
    /// - Returns: `nil` if the site cannot have anything there.
    init?(_ path: String, below root: String = "") {
        guard let requested = Self.split(path), let root = root.isEmpty ? ([], false) : Self.split(root),
            requested.names.starts(with: root.names)
        else { return nil }
        names = Array(requested.names.dropFirst(root.names.count))
        guard !WellKnown.hides(names) else { return nil }
        isFolder = requested.isFolder
    }

    private init(names: [String], isFolder: Bool) {
        self.names = names
        self.isFolder = isFolder
    }

    /// The names down to the file: a folder is shown by its page.
    var file: [String] { isFolder ? names + ["index.html"] : names }

    /// What stands beside the file under its name and something more.
    func sibling(_ suffix: String) -> RequestedPath {
        RequestedPath(names: file.dropLast() + [(file.last ?? "") + suffix], isFolder: false)
    }

    private static func split(_ path: String) -> (names: [String], isFolder: Bool)? {
        guard path.hasPrefix("/") else { return nil }
        var parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        let isFolder = parts.last?.isEmpty ?? true
        if isFolder { parts = parts.dropLast() }
        let names = parts.compactMap { $0.removingPercentEncoding }.filter(canBeShown)
        return names.count == parts.count ? (names, isFolder) : nil
    }

    private static func canBeShown(_ name: String) -> Bool {
        !name.isEmpty && name != "." && name != ".."
            && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{7F}" && $0 != "/" && $0 != "\\" }
    }
}
