/// All files of a folder and of the folders in it. Links are followed as long as they stay in the folder; whatever else is
/// no file is an error.
package struct FolderTree {
    package struct File: Sendable {
        /// Below the folder.
        package let path: String
        /// Of what a link leads to.
        package let stamp: FileStamp
    }

    package private(set) var files: [File] = []
    private let folder: String
    private let root: String
    private let name: String

    /// - Parameters:
    ///   - folder: where it is.
    ///   - name: what messages call it.
    ///   - isSkipped: whether a path below the folder, of a file or a folder, is passed over, whatever it is.
    /// - Throws: ``FileError`` for the first that cannot be read, in the order of their names.
    package init(
        of folder: String, named name: String, skipping isSkipped: (String) -> Bool = { _ in false }
    ) throws(FileError) {
        self.folder = folder
        self.name = name
        guard let root = Files.resolved(folder) else { throw FileError(name, .missing) }
        self.root = root
        try add("", [root], isSkipped)
    }

    /// - Parameter visited: the folders that lead here, without links.
    private mutating func add(
        _ prefix: String, _ visited: [String], _ isSkipped: (String) -> Bool
    ) throws(FileError) {
        let entries: [Files.Entry]
        do throws(FileError) { entries = try Files.contents(of: "\(folder)/\(prefix)") } catch {
            throw FileError(named(prefix), error.reason)
        }
        for entry in entries.sorted(by: { $0.name < $1.name }) where !isSkipped(prefix + entry.name) {
            let path = prefix + entry.name
            guard entry.isUTF8 else { throw FileError(named(path), .notUTF8Name) }
            guard let stamp = FileStamp(at: "\(folder)/\(path)") else { continue }
            let real = stamp.isFolder ? "\(visited[visited.count - 1])/\(entry.name)" : try target(of: path, stamp)
            guard let stamp = stamp.isFolder || stamp.isRegular ? stamp : FileStamp(at: real) else {
                throw FileError(named(path), .missing)
            }
            if stamp.isRegular {
                files.append(File(path: path, stamp: stamp))
            } else {
                guard !visited.contains(real) else { throw FileError(named(path), .circularLink) }
                try add(path + "/", visited + [real], isSkipped)
            }
        }
    }

    /// Where a path that is no folder leads.
    private func target(of path: String, _ stamp: FileStamp) throws(FileError) -> String {
        if stamp.isRegular { return path }
        do throws(FileError) { return try FileTarget("\(folder)/\(path)", in: root).path } catch {
            throw FileError(named(path), error.reason)
        }
    }

    private func named(_ path: String) -> String { path.isEmpty ? name : "\(name)/\(path)" }
}

/// What is at a path in a folder, at the end of all links.
package struct FileTarget {
    /// Without links.
    package let path: String

    /// - Parameter root: the folder that links may not lead out of, without links itself.
    /// - Throws: ``FileError`` if there is neither a file nor a folder, or not in `root`.
    package init(_ path: String, in root: String) throws(FileError) {
        let type = try FileType(following: path)
        guard type == .regular || type == .folder else { throw FileError(path, .noFile(type)) }
        guard let target = Files.resolved(path) else { throw FileError(path, .missing) }
        guard Files.isInside(target, root) else { throw FileError(path, .linkLeadingOut) }
        self.path = target
    }
}
