import CFileStamp

/// What tells whether a file is still the one that it was, without reading it.
struct FileStamp: Codable, Hashable {
    let isFolder: Bool
    let isRegular: Bool
    let inode: UInt64
    /// In bytes.
    let size: Int64
    /// In nanoseconds since 1970.
    let modified: Int64

    /// Of a symbolic link itself, not of what it leads to.
    ///
    /// - Returns: `nil` if there is no such file.
    init?(at path: String) {
        var stamp = file_stamp()
        guard file_stamp_at(path, &stamp) else { return nil }
        self.init(stamp)
    }

    /// - Parameter descriptor: of an open file.
    init?(of descriptor: Int32) {
        var stamp = file_stamp()
        guard file_stamp_of(descriptor, &stamp) else { return nil }
        self.init(stamp)
    }

    /// When it was written, in seconds since 1970.
    var seconds: Int { Int(modified / 1_000_000_000) }

    /// Letters, digits and hyphens, others for every other stamp.
    var tag: String {
        [inode, UInt64(bitPattern: modified), UInt64(bitPattern: size)].map { String($0, radix: 36) }
            .joined(separator: "-")
    }

    private init(_ stamp: file_stamp) {
        isFolder = stamp.is_folder
        isRegular = stamp.is_regular
        inode = stamp.inode
        size = stamp.size
        modified = stamp.modified
    }
}
