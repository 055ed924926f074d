import Catalog
import Crypto
import Files
import Foundation
import SitePages
import Synchronization
import Text

/// The folder of the pictures of films, and what is known of them from the last build: to read thousands of pictures
/// takes longer than to build their pages.
final class PosterFolder: Sendable {
    let folder: URL
    private let file: String
    private let memory: Mutex<Memory>

    private struct Memory {
        /// By their places in the catalog.
        var files: [String: PosterFile] = [:]
        /// Another for all that differs in the above.
        var digest = PosterFolder.digest(Array("{}".utf8))
        /// Whether any of these files is another by now.
        var hasChanged = false
    }

    /// - Parameter file: where the memory is kept; it may be deleted at any time.
    init(_ folder: URL, rememberedIn file: String) {
        self.folder = folder
        self.file = file
        var memory = Memory()
        if let bytes = try? Files.read(file),
            let files = try? JSONDecoder().decode([String: PosterFile].self, from: Data(bytes))
        {
            memory.files = files
            memory.digest = Self.digest(bytes)
            memory.hasChanged = files.contains { Self.stamp(of: $0.key, in: folder) != $0.value.stamp }
        }
        self.memory = Mutex(memory)
    }

    var digest: String { memory.withLock(\.digest) }
    var hasChanged: Bool { memory.withLock(\.hasChanged) }

    /// The pictures that the last build used.
    var remembered: PosterFiles { PosterFiles(files: memory.withLock(\.files), elsewhere: []) }

    /// The pictures of these films, those read that are new or have changed.
    ///
    /// - Throws: ``BuildError`` that names each film and file which does not fit.
    func posters(of references: [PosterReference]) throws -> PosterFiles {
        let known = memory.withLock(\.files)
        var (files, problems): ([String: PosterFile], [String]) = ([:], [])
        for reference in references where !reference.poster.isElsewhere {
            let location = reference.poster.location
            do {
                let file = try files[location] ?? find(location, known[location])
                guard file.size != nil || (reference.poster.width != nil && reference.poster.height != nil) else {
                    throw PosterProblem("does not tell its size; give 'posterWidth' and 'posterHeight' in the catalog")
                }
                files[location] = file
            } catch let problem as PosterProblem {
                problems.append(problem.sentence(reference, folder.relativePath))
            }
        }
        guard problems.isEmpty else { throw PosterProblem.error(problems) }
        memory.withLock { [files] in $0.files = files }
        return PosterFiles(files: files, elsewhere: references.filter(\.poster.isElsewhere))
    }

    /// The bytes of a picture that was found.
    func read(_ location: String, _ file: PosterFile) throws -> [UInt8] {
        guard let bytes = try? Files.read(path(location)), PosterFile.path(bytes, location) == file.path else {
            throw BuildError(
                "\(folder.relativePath)/\(location): this file was changed while the site was built; build it again",
                isTemporary: true)
        }
        return bytes
    }

    /// Keeps what is known for the next build: the site shows it now.
    func save() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let (files, digest) = memory.withLock { ($0.files, $0.digest) }
        let bytes = [UInt8](try encoder.encode(files))
        if Self.digest(bytes) != digest {
            try Files.create(file + ".new", bytes)
            try Files.move(file + ".new", to: file)
        }
        memory.withLock { memory in
            memory.digest = Self.digest(bytes)
            memory.hasChanged = false
        }
    }

    private static func digest(_ bytes: [UInt8]) -> String { Hexadecimal.encode(SHA256.hash(data: bytes).prefix(8)) }

    // MARK: One picture

    private func path(_ location: String) -> String { Self.path(location, in: folder) }

    /// A catalog and a file system may write the same letters in other ways: `é` as one character, or as two.
    private static func path(_ location: String, in folder: URL) -> String {
        let path = "\(folder.path)/\(location)"
        guard !location.utf8.allSatisfy({ $0 < 0x80 }), FileStamp(at: path) == nil else { return path }
        return location.split(separator: "/").reduce(folder.path) { path, name in
            // Strings are equal if they are canonically equivalent.
            let entry = Files.entries(of: path).first { $0.name == name }
            return "\(path)/\(entry?.name ?? String(name))"
        }
    }

    private func find(_ location: String, _ known: PosterFile?) throws -> PosterFile {
        guard !location.hasPrefix("/"), !location.split(separator: "/").contains(".."), !location.contains("\0") else {
            throw PosterProblem("is not in this folder")
        }
        if let known, known.stamp == Self.stamp(of: location, in: folder) { return known }
        guard PosterFile.endings.contains(PosterFile.ending(of: location)) else {
            throw PosterProblem(
                "is no picture that browsers show: \(PosterFile.endings.sorted().joined(separator: ", "))")
        }
        let (bytes, stamp): ([UInt8], FileStamp)
        do throws(FileError) {
            guard let root = Files.resolved(folder.path) else { throw FileError(folder.path, .missing) }
            let file = try OpenFile(FileTarget(path(location), in: root).path)
            (bytes, stamp) = (try file.read(), file.stamp)
        } catch {
            throw PosterProblem(error.reason == .missing ? "is missing" : error.sentence)
        }
        return try PosterFile(checking: bytes, location, stamp)
    }

    /// Of the picture itself, if a link leads to it.
    private static func stamp(of location: String, in folder: URL) -> FileStamp? {
        FileStamp(following: path(location, in: folder))
    }
}
