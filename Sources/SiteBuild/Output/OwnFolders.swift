import Files

/// Which folders of a site are its own: where a link stands in the place of one, what is behind it belongs to somebody
/// else, and is neither compared, nor written, nor removed.
struct OwnFolders {
    private let site: String
    /// Those that were seen to be folders, by their paths below the site.
    private var known: Set<String> = [""]

    init(of site: String) {
        self.site = site
    }

    /// - Parameter path: of a file, below the site.
    /// - Returns: its bytes; `nil` if there is no such file, or one that is not reached by folders alone.
    mutating func read(_ path: String) -> [UInt8]? {
        guard isReached(path) else { return nil }
        return try? Files.read("\(site)/\(path)", followingLinks: false)
    }

    /// Whether all that leads to a path are folders.
    mutating func isReached(_ path: String) -> Bool {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return true }
        let folder = String(path[..<slash])
        if known.contains(folder) { return true }
        guard isReached(folder), FileStamp(at: "\(site)/\(folder)")?.isFolder == true else { return false }
        known.insert(folder)
        return true
    }

    /// Whether something else stands where a folder has to be.
    mutating func isBlocked(_ path: String) -> Bool { obstacle(before: path) != nil }

    /// The first thing on the way to a path that is no folder; `nil` if there is none.
    mutating func obstacle(before path: String) -> String? {
        guard !isReached(path) else { return nil }
        for slash in path.indices where path[slash] == "/" {
            let folder = String(path[..<slash])
            guard let stamp = FileStamp(at: "\(site)/\(folder)") else { return nil }
            if !stamp.isFolder { return folder }
        }
        return nil
    }
}

/// Something that is no folder stands in the place of one of the site's: the site has to be rendered as a whole.
struct BlockedFolder: Error {
    let path: String
}
