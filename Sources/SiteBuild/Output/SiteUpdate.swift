import Files
import Foundation
import SitePages

/// Compares what is rendered with a site that is there, and keeps what differs, until ``Publication`` puts it in place.
final class SiteUpdate: BuildSink {
    private(set) var report = RenderReport()
    private let site: String
    private let staging: String
    private let keepsPaths: Bool
    private var folders: OwnFolders

    /// - Parameters:
    ///   - staging: a folder of its own for files that differ.
    ///   - keepsPaths: whether the paths of all files are wanted.
    init(site: String, staging: String, keepsPaths: Bool) throws {
        self.site = site
        self.staging = staging
        self.keepsPaths = keepsPaths
        folders = OwnFolders(of: site)
        guard mkdir(staging, 0o755) == 0 else { throw FileError.unwritable(staging) }
    }

    func write(_ bytes: [UInt8], to path: String) throws -> Bool {
        report.counts.count(bytes, path)
        if keepsPaths { report.paths.insert(path.hashValue) }
        // Where everything is rendered, all that was behind a link is written anew. Else it would be missing.
        if !keepsPaths, folders.isBlocked(path) { throw BlockedFolder(path: path) }
        let old = folders.read(path)
        guard old != bytes else {
            report.counts.unchanged += 1
            return false
        }
        let staged = "\(staging)/\(report.changes.count)"
        try Files.create(staged, bytes)
        report.changes.append(StagedFile(path: path, staged: staged, isNew: old == nil))
        report.counts.written += 1
        return true
    }

    /// When everything is rendered, nothing is taken on trust.
    func keep(_ path: String) -> Bool {
        guard !keepsPaths, Files.exists("\(site)/\(path)") else { return false }
        report.counts.files += 1
        report.counts.unchanged += 1
        return true
    }

    func remove(_ path: String) {
        if Files.exists("\(site)/\(path)") { report.removals.append(path) }
    }

    func keepOnly(_ names: Set<String>, in folder: String, among isOfSort: (String) -> Bool) {
        for entry in Files.entries(of: "\(site)/\(folder)") where isOfSort(entry.name) && !names.contains(entry.name) {
            report.removals.append("\(folder)/\(entry.name)")
        }
    }
}

/// A file that is rendered in full and waits for its place.
struct StagedFile: Sendable {
    /// Below the site's root.
    let path: String
    let staged: String
    let isNew: Bool

    /// A page comes after the parts that it names, and a new page before the old ones that will lead to it.
    var turn: Int { (isNew ? 0 : 2) + (isPage ? 1 : 0) }

    /// Compressed or not.
    private var isPage: Bool { [".html", ".html.gz", ".html.br"].contains { path.hasSuffix($0) } }
}
