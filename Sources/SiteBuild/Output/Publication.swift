import Files
import Foundation

/// Puts what was rendered into the place of what was there, so that at no moment a visitor meets a page whose parts are
/// missing: new parts, new pages, changed parts, changed pages, and removals last.
struct Publication {
    let site: String
    private var folders: OwnFolders

    init(site: String) {
        self.site = site
        folders = OwnFolders(of: site)
    }

    /// - Parameters:
    ///   - removals: files, and folders with all that is in them.
    ///   - strays: files that no build has written; where a folder is by now, it is a page's.
    /// - Returns: how many files were removed.
    mutating func publish(_ changes: [StagedFile], _ removals: [String], strays: [String]) throws -> Int {
        for turn in 0...3 {
            for change in changes where change.turn == turn { try put(change) }
        }
        folders = OwnFolders(of: site)
        var count = 0
        for path in removals where folders.isReached(path) { count += try remove(path) }
        for path in strays where folders.isReached(path) {
            if FileStamp(at: "\(site)/\(path)")?.isFolder == false { count += try remove(path) }
        }
        return count
    }

    private mutating func put(_ change: StagedFile) throws {
        let target = "\(site)/\(change.path)"
        if !folders.isReached(change.path) {
            // A link goes; what it leads to stays as it is.
            if let obstacle = folders.obstacle(before: change.path) { unlink("\(site)/\(obstacle)") }
            try Files.makeFolder(of: change.path, below: site)
        }
        // Something that Marquee did not write may be a folder of that name.
        if change.isNew, FileStamp(at: target)?.isFolder == true {
            try? FileManager.default.removeItem(atPath: target)
        }
        try Files.move(change.staged, to: target)
    }

    private func remove(_ path: String) throws -> Int {
        var count = 1
        if unlink("\(site)/\(path)") != 0 {
            guard FileStamp(at: "\(site)/\(path)") != nil else { return 0 }
            count = 0
            Files.each(in: "\(site)/\(path)") { _ in count += 1 }
            do {
                try FileManager.default.removeItem(atPath: "\(site)/\(path)")
            } catch {
                throw BuildError("\(site)/\(path): cannot be removed (\(error.localizedDescription))")
            }
        }
        removeEmptyFolders(above: path)
        return count
    }

    private func removeEmptyFolders(above path: String) {
        var path = path[...]
        while let slash = path.lastIndex(of: "/") {
            path = path[..<slash]
            guard rmdir("\(site)/\(path)") == 0 else { return }
        }
    }
}
