import Foundation

/// The few things that are done with files a hundred thousand times in a build, straight from the system.
enum Files {
    /// - Returns: `nil` if there is no such file.
    static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard let stamp = FileStamp(of: descriptor), stamp.isRegular else { return nil }
        return [UInt8](unsafeUninitializedCapacity: Int(stamp.size)) { buffer, count in
            while count < buffer.count {
                let read = pread(descriptor, buffer.baseAddress! + count, buffer.count - count, off_t(count))
                guard read > 0 else { break }
                count += read
            }
        }
    }

    /// Writes a file that is not there yet.
    static func create(_ path: String, _ bytes: [UInt8]) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw BuildError.unwritable(path) }
        defer { close(descriptor) }
        try bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                guard count > 0 else { throw BuildError.unwritable(path) }
                rest = rest.dropFirst(count)
            }
        }
    }

    /// Makes the folder of a file at `path` below `root`, and those above it.
    static func makeFolder(of path: String, below root: String) throws {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
        let folder = String(path[..<slash])
        guard mkdir("\(root)/\(folder)", 0o755) != 0, errno != EEXIST else { return }
        guard errno == ENOENT else { throw BuildError.unwritable("\(root)/\(folder)") }
        try makeFolder(of: folder, below: root)
        guard mkdir("\(root)/\(folder)", 0o755) == 0 || errno == EEXIST else {
            throw BuildError.unwritable("\(root)/\(folder)")
        }
    }

    static func move(_ source: String, to target: String) throws {
        guard rename(source, target) == 0 else { throw BuildError.unwritable(target) }
    }

    /// The path without symbolic links; `nil` if there is nothing there.
    static func resolved(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Calls `body` with the path below `folder` of every file in it, at any depth, in no order.
    static func each(in folder: String, _ body: (String) throws -> Void) rethrows {
        try each(in: folder, below: "", body)
    }

    private static func each(in folder: String, below prefix: String, _ body: (String) throws -> Void) rethrows {
        for entry in entries(of: folder) {
            if entry.isFolder {
                try each(in: "\(folder)/\(entry.name)", below: "\(prefix)\(entry.name)/", body)
            } else {
                try body(prefix + entry.name)
            }
        }
    }

    struct Entry {
        let name: String
        let isFolder: Bool
    }

    /// What is in a folder; nothing if there is no such folder.
    static func entries(of folder: String) -> [Entry] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var entries: [Entry] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." {
                // Some file systems do not tell the type.
                let isFolder =
                    entry.pointee.d_type == UInt8(DT_UNKNOWN)
                    ? FileStamp(at: "\(folder)/\(name)")?.isFolder == true : entry.pointee.d_type == UInt8(DT_DIR)
                entries.append(Entry(name: name, isFolder: isFolder))
            }
        }
        return entries
    }
}
