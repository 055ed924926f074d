import Foundation

/// Puts what was rendered into the place of what was there, so that at no moment a visitor meets a page whose parts are
/// missing: new parts, new pages, changed parts, changed pages, and removals last.
struct Publication {
    let site: String

    /// - Returns: how many files were removed.
    func publish(_ changes: [StagedFile], _ removals: [String]) throws -> Int {
        for turn in 0...3 {
            for change in changes where change.turn == turn { try put(change) }
        }
        return try removals.reduce(0) { try $0 + remove($1) }
    }

    private func put(_ change: StagedFile) throws {
        let target = "\(site)/\(change.path)"
        if change.isNew {
            clearWay(to: change.path)
            try Files.makeFolder(of: change.path, below: site)
            // Something that Marquee did not write may be a folder of that name.
            if Files.read(target) == nil { try? FileManager.default.removeItem(atPath: target) }
        }
        try Files.move(change.staged, to: target)
    }

    /// Removes a file where a folder has to be.
    private func clearWay(to path: String) {
        for slash in path.indices where path[slash] == "/" {
            let folder = "\(site)/\(path[..<slash])"
            if let stamp = FileStamp(at: folder), !stamp.isFolder { unlink(folder) }
        }
    }

    private func remove(_ path: String) throws -> Int {
        var count = 1
        if unlink("\(site)/\(path)") != 0 {
            guard errno != ENOENT else { return 0 }
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
