import Crypto
import Files
package import Foundation
import Text

/// The folder of a finished site, and the one beside it, `.dist.build`, in which a build keeps its state, what it has
/// rendered and not yet put in place, and the lock that makes it the only one.
package final class OutputFolder {
    let path: String
    private let workshop: String
    /// Held for as long as this lives; the system lets go of it when the process ends, however it does.
    private let lock: FileLock

    /// Tells a folder that Marquee wrote, and may change, from any other.
    private static let marker = ".marquee"

    /// - Throws: ``BuildError`` if the folder holds anything but a site of Marquee's, or if another build is writing to it;
    ///   `FileError` if it cannot be written.
    init(_ folder: URL) throws {
        let folder = folder.standardizedFileURL
        path = folder.path
        workshop = Self.workshop(of: folder).path
        try Self.requireOwn(folder)
        do {
            try FileManager.default.createDirectory(atPath: workshop, withIntermediateDirectories: true)
        } catch {
            throw BuildError("\(folder.path): this folder cannot be written (\(error.localizedDescription))")
        }
        guard let lock = try FileLock(workshop + "/lock") else {
            throw BuildError(
                "\(folder.path): another build is writing to this folder; let it finish first", isTemporary: true)
        }
        self.lock = lock
        if Files.exists(path), access(path, W_OK) != 0 { throw FileError.unwritable(path) }
        // What a build left that was stopped half-way.
        clearStaging()
    }

    private static func workshop(of folder: URL) -> URL {
        folder.deletingLastPathComponent().appending(path: ".\(folder.lastPathComponent).build")
    }

    /// Where the state of the last build of a site is.
    package static func stateFile(of folder: URL) -> String {
        workshop(of: folder.standardizedFileURL).appending(path: "state.json").path
    }

    /// Where a build keeps what it knows of the pictures of films.
    static func posterMemory(of folder: URL) -> String {
        workshop(of: folder.standardizedFileURL).appending(path: "posters.json").path
    }

    /// A file that is another whenever the site has changed.
    package static func changeMark(of folder: URL) -> String {
        workshop(of: folder.standardizedFileURL).appending(path: "changed").path
    }

    var stateFile: String { workshop + "/state.json" }

    func markChange() throws {
        try Files.create(workshop + "/changed.new", [])
        try Files.move(workshop + "/changed.new", to: workshop + "/changed")
    }

    var copyOfCatalog: String { staging + "/catalog.sqlite" }

    /// A folder for what is rendered; gone when the build is over.
    var staging: String { workshop + "/staging" }

    func makeStaging() throws {
        for folder in [staging, newSite] {
            guard mkdir(folder, 0o755) == 0 else { throw FileError.unwritable(folder) }
        }
    }

    func clearStaging() { try? FileManager.default.removeItem(atPath: staging) }

    // MARK: A first site

    var isNew: Bool { !Files.exists(path) }

    var newSite: String { staging + "/site" }

    /// Puts a site that was written to ``newSite`` where there is none.
    func publishNewSite() throws {
        try Files.create("\(newSite)/\(Self.marker)", [])
        try Files.move(newSite, to: path)
    }

    // MARK: Changes

    /// - Returns: how many files were removed.
    func publish(_ changes: [StagedFile], _ removals: [String], strays: [String]) throws -> Int {
        if !Files.exists("\(path)/\(Self.marker)") { try Files.create("\(path)/\(Self.marker)", []) }
        var publication = Publication(site: path)
        return try publication.publish(changes, removals, strays: strays)
    }

    /// Tells this folder from another that is put in its place.
    var identity: [UInt64?] { ["", "/" + Self.marker].map { FileStamp(at: path + $0)?.inode } }

    /// The files of the site that a full build has not rendered, by the hash values of their paths.
    ///
    /// - Throws: ``FileError`` for one that cannot be removed by its name.
    func strays(besides rendered: Set<Int>) throws -> [String] {
        var strays: [String] = []
        try Files.each(in: path) { file in
            guard file != Self.marker, !rendered.contains(file.hashValue) else { return }
            if file.contains("\u{FFFD}"), FileStamp(at: "\(path)/\(file)") == nil {
                throw FileError("\(path)/\(file)", .notUTF8Name)
            }
            strays.append(file)
        }
        return strays
    }

    /// A folder with more files than this is not looked through for changes by hand in every build.
    private static let watchedFiles = 10_000

    private struct TooManyFiles: Error {}

    /// Changes when somebody changes a file of the site by hand; `nil` if the site is too big to tell, as it was for the
    /// build before, if there was one.
    func fingerprint(after last: BuildState?) -> String? {
        if let last, last.fingerprint == nil { return nil }
        var hasher = SHA256()
        var stamps: [(path: String, stamp: FileStamp)] = []
        do {
            try Files.each(in: path) { file in
                guard stamps.count < Self.watchedFiles else { throw TooManyFiles() }
                if let stamp = FileStamp(at: "\(path)/\(file)") { stamps.append((file, stamp)) }
            }
        } catch {
            return nil
        }
        for (path, stamp) in stamps.sorted(by: { $0.path < $1.path }) {
            hasher.update(data: Data("\(path) \(stamp.inode) \(stamp.size) \(stamp.modified)\n".utf8))
        }
        return Hexadecimal.encode(hasher.finalize())
    }

    private static func requireOwn(_ folder: URL) throws {
        guard Files.exists(folder.path) else { return }
        guard let contents = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
            throw BuildError("\(folder.path): this is no folder that can be read; name another with --output")
        }
        guard contents.isEmpty || contents.contains(marker) else {
            throw BuildError(
                "\(folder.path): this folder has files that Marquee did not write; name an empty one with --output")
        }
    }
}
