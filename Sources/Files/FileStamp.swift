import Foundation

/// What tells whether a file is still the one that it was, without reading it.
package struct FileStamp: Codable, Hashable, Sendable {
    package let isFolder: Bool
    package let isRegular: Bool
    package let inode: UInt64
    /// In bytes.
    package let size: Int64
    /// In nanoseconds since 1970.
    package let modified: Int64

    /// Of a symbolic link itself, not of what it leads to.
    ///
    /// - Returns: `nil` if there is no such file.
    package init?(at path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// Of what a symbolic link leads to.
    ///
    /// - Returns: `nil` if there is no such file.
    package init?(following path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// - Parameter descriptor: of an open file.
    package init?(of descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    /// When it was written, in seconds since 1970.
    package var seconds: Int { Int(modified / 1_000_000_000) }

    /// Letters, digits and hyphens, others for every other stamp.
    package var tag: String {
        [inode, UInt64(bitPattern: modified), UInt64(bitPattern: size)].map { String($0, radix: 36) }
            .joined(separator: "-")
    }

    private init(_ status: stat) {
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        let type = FileType(status.st_mode)
        isFolder = type == .folder
        isRegular = type == .regular
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        modified = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
