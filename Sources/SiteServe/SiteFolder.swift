import Files
import Foundation
import SitePages

/// The folder of a finished site, as far as visitors may see into it.
struct SiteFolder: Sendable {
    let path: String

    /// What the site has at an address: the page of a folder, if the address ends in a slash.
    ///
    /// A symbolic link may lead to another file of the site, not out of it and not to a hidden one.
    func find(_ requested: RequestedPath) -> ServedFile.Opened {
        guard let root = Files.resolved(path),
            let target = Files.resolved(([root] + requested.file).joined(separator: "/"))
        else {
            return .nothing
        }
        guard Files.isInside(target, root),
            !WellKnown.hides(target.dropFirst(root.count).split(separator: "/"))
        else { return .nothing }
        return ServedFile.open(target)
    }

    /// The file at an address, if there is one.
    func file(_ requested: RequestedPath) -> ServedFile? {
        guard case .file(let file) = find(requested) else { return nil }
        return file
    }
}
