import Foundation

/// The few things that are done with files a hundred thousand times in a build, straight from the system.
package enum Files {
    /// All of a regular file; whatever else is at the path is an error, and never waited for.
    package static func read(_ path: String, followingLinks: Bool = true) throws(FileError) -> [UInt8] {
        try OpenFile(path, followingLinks: followingLinks).read()
    }

    /// Writes a new file. What was there goes, unless it is a folder.
    package static func create(_ path: String, _ bytes: [UInt8]) throws(FileError) {
        var descriptor = exclusively(path)
        if descriptor < 0, errno == EEXIST, unlink(path) == 0 { descriptor = exclusively(path) }
        guard descriptor >= 0 else { throw .unwritable(path) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw .unwritable(path) }
            rest = rest.dropFirst(count)
        }
    }

    private static func exclusively(_ path: String) -> Int32 {
        open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    }

    /// Makes the folder of a file at `path` below `root`, and those above it.
    package static func makeFolder(of path: String, below root: String) throws(FileError) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
        let folder = String(path[..<slash])
        guard mkdir("\(root)/\(folder)", 0o755) != 0, errno != EEXIST else { return }
        guard errno == ENOENT else { throw .unwritable("\(root)/\(folder)") }
        try makeFolder(of: folder, below: root)
        guard mkdir("\(root)/\(folder)", 0o755) == 0 || errno == EEXIST else {
            throw .unwritable("\(root)/\(folder)")
        }
    }

    /// Gives a finished file its name, unless another has it already.
    ///
    /// - Returns: `false` if another has.
    @discardableResult
    package static func publish(_ draft: String, as path: String) throws(FileError) -> Bool {
        let descriptor = open(draft, O_RDONLY | O_CLOEXEC)
        defer { close(descriptor) }
        guard descriptor >= 0, fsync(descriptor) == 0 else { throw .unwritable(draft) }
        if link(draft, path) == 0 { return true }
        if errno == EEXIST { return false }
        // There are file systems without links.
        guard errno == EPERM || errno == EOPNOTSUPP, !exists(path), rename(draft, path) == 0 else {
            throw .unwritable(path)
        }
        return true
    }

    package static func move(_ source: String, to target: String) throws(FileError) {
        guard rename(source, target) == 0 else { throw .unwritable(target) }
    }

    /// The path without symbolic links; `nil` if there is nothing there.
    package static func resolved(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    /// Whether a resolved path is that of a resolved folder, or below it.
    package static func isInside(_ path: String, _ folder: String) -> Bool {
        path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
    }

    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
