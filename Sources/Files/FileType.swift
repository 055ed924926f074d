import Foundation

/// What lies at a path: not all that has a name can be read from its beginning to its end.
package enum FileType: Hashable, Sendable {
    case regular
    case folder
    case link
    case pipe
    case socket
    case device

    init(_ mode: mode_t) {
        self =
            switch mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .folder
            case S_IFLNK: .link
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            default: .device
            }
    }

    /// With its article.
    var name: String {
        switch self {
        case .regular: "a file"
        case .folder: "a folder"
        case .link: "a link"
        case .pipe: "a named pipe"
        case .socket: "a socket"
        case .device: "a device"
        }
    }
}

extension FileType {
    /// Of a symbolic link itself.
    ///
    /// - Returns: `nil` if there is nothing.
    init?(at path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status.st_mode)
    }

    /// Of what a symbolic link leads to; nothing is opened.
    package init(following path: String) throws(FileError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw FileError(path, failedWith: errno) }
        self.init(status.st_mode)
    }
}
