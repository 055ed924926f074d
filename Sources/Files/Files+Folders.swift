import Foundation

extension Files {
    package struct Entry {
        /// With replacement characters where it is not UTF-8.
        package let name: String
        package let isFolder: Bool
        package let isLink: Bool
        let isUTF8: Bool
    }

    /// Calls `body` with the path below `folder` of every file in it, at any depth, in no order. Links are not followed.
    package static func each(in folder: String, _ body: (String) throws -> Void) rethrows {
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

    /// What is in a folder; nothing if there is no such folder.
    package static func entries(of folder: String) -> [Entry] { (try? contents(of: folder)) ?? [] }

    /// What is in a folder.
    static func contents(of folder: String) throws(FileError) -> [Entry] {
        guard let stream = opendir(folder) else { throw FileError(folder, failedWith: errno) }
        defer { closedir(stream) }
        var entries: [Entry] = []
        while let entry = readdir(stream) {
            let (name, isUTF8) = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                let bytes = bytes.prefix { $0 != 0 }
                return String(validating: bytes, as: UTF8.self).map { ($0, true) }
                    ?? (String(decoding: bytes, as: UTF8.self), false)
            }
            if name != ".", name != ".." {
                let type =
                    switch Int(entry.pointee.d_type) {
                    // Some file systems do not tell the type.
                    case DT_UNKNOWN: FileType(at: "\(folder)/\(name)")
                    case DT_DIR: FileType?.some(.folder)
                    case DT_LNK: FileType?.some(.link)
                    default: FileType?.some(.regular)
                    }
                entries.append(
                    Entry(name: name, isFolder: type == .folder, isLink: type == .link, isUTF8: isUTF8))
            }
        }
        return entries
    }
}
