import CExchange
import Foundation

/// The folder of a finished site. A new site is written beside it and takes its place in one step: whoever looks sees
/// the old site or the new one, whole, and a build that fails leaves the old one as it was.
final class OutputFolder {
    private let folder: URL
    private let staging: URL
    /// Held for as long as this lives; the system lets go of it when the process ends, however it does.
    private let lock: FileLock

    /// Tells a folder that Marquee wrote, and may replace, from any other. In a new site it is also what is locked.
    private static let marker = ".marquee"

    /// - Throws: ``BuildError`` if the folder holds anything but a site of Marquee's, if it cannot be written, or if
    ///   another build is writing to it.
    init(_ folder: URL) throws {
        let folder = folder.standardizedFileURL
        self.folder = folder
        let staging = folder.deletingLastPathComponent().appending(path: ".\(folder.lastPathComponent).new")
        self.staging = staging
        try Self.requireOwn(folder)
        do {
            try FileManager.default.createDirectory(
                at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
            let isLeftOver = FileManager.default.fileExists(atPath: staging.path)
            if !isLeftOver { try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: false) }
        } catch {
            throw Self.unwritable(folder.deletingLastPathComponent())
        }
        let marker = staging.appending(path: Self.marker)
        guard let lock = FileLock(marker.path) else {
            throw BuildError("\(folder.path): another build is writing to this folder; let it finish first")
        }
        self.lock = lock
        do {
            // What a build left that was stopped half-way.
            for name in try FileManager.default.contentsOfDirectory(atPath: staging.path) where name != Self.marker {
                try FileManager.default.removeItem(at: staging.appending(path: name))
            }
        } catch {
            throw Self.unwritable(staging)
        }
        if access(folder.path, F_OK) == 0, access(folder.path, W_OK) != 0 { throw Self.unwritable(folder) }
    }

    /// Where the files of the new site go.
    var root: String { staging.path }

    /// Puts the new site in the place of the old one.
    func publish() throws {
        guard FileManager.default.fileExists(atPath: folder.path) else {
            try rename(staging, to: folder)
            return
        }
        if !exchange(staging, folder) {
            let old = folder.deletingLastPathComponent().appending(path: ".\(folder.lastPathComponent).old")
            try? FileManager.default.removeItem(at: old)
            try rename(folder, to: old)
            try rename(staging, to: folder)
            try FileManager.default.removeItem(at: old)
        } else {
            // The new site stands; what cannot be cleared away of the old one, the next build clears away.
            try? FileManager.default.removeItem(at: staging)
        }
    }

    /// Forgets the new site.
    func discard() {
        try? FileManager.default.removeItem(at: staging)
    }

    private static func requireOwn(_ folder: URL) throws {
        let contents = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        guard let contents else {
            if FileManager.default.fileExists(atPath: folder.path) {
                throw BuildError("\(folder.path): this is no folder that can be read; name another with --output")
            }
            return
        }
        guard contents.isEmpty || contents.contains(marker) else {
            throw BuildError(
                "\(folder.path): this folder has files that Marquee did not write; name an empty one with --output")
        }
    }

    private func rename(_ source: URL, to target: URL) throws {
        guard Foundation.rename(source.path, target.path) == 0 else { throw Self.unwritable(target) }
    }

    private static func unwritable(_ folder: URL) -> BuildError {
        BuildError("\(folder.path): this folder cannot be written (\(String(cString: strerror(errno))))")
    }
}

/// Swaps two folders in one step, where the system can.
private func exchange(_ left: URL, _ right: URL) -> Bool {
    exchange_paths(left.path, right.path) == 0
}
