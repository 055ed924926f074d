import Foundation

/// Why a file cannot be used, as one sentence that names it.
package struct FileError: Error, Hashable, CustomStringConvertible {
    package enum Reason: Hashable, Sendable {
        case missing
        /// It leads to nothing.
        case danglingLink
        case circularLink
        /// It leads out of the folder that it is in.
        case linkLeadingOut
        /// Something else is there.
        case noFile(FileType)
        case notUTF8Name
        case unreadable(String)
        case unwritable(String)
    }

    package let path: String
    package let reason: Reason

    package init(_ path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// Why a call to read or look at the file has failed, by the number that it left in `errno`.
    package init(_ path: String, failedWith number: Int32) {
        self.init(path, Self.reason(path, number))
    }

    /// With what the system says of the call to write that has just failed.
    package static func unwritable(_ path: String) -> FileError {
        FileError(path, .unwritable(String(cString: strerror(errno))))
    }

    package var description: String { "\(path): \(sentence)" }

    /// Without the path.
    package var sentence: String {
        switch reason {
        case .missing: "there is no such file"
        case .danglingLink: "is a link to a file that is not there"
        case .circularLink: "is a link that leads in a circle"
        case .linkLeadingOut: "is a link that leads out of this folder"
        case .noFile(let type): "is \(type.name), not a file"
        case .notUTF8Name: "this name is not UTF-8; give it another"
        case .unreadable(let reason): "cannot be read (\(reason))"
        case .unwritable(let reason): "cannot be written (\(reason))"
        }
    }

    private static func reason(_ path: String, _ number: Int32) -> Reason {
        var status = stat()
        switch number {
        case ENOENT, ENOTDIR: return lstat(path, &status) == 0 ? .danglingLink : .missing
        case ELOOP: return .circularLink
        // To open a socket fails before anybody can ask what it is.
        default:
            guard stat(path, &status) == 0, ![.regular, .folder].contains(FileType(status.st_mode)) else {
                return .unreadable(String(cString: strerror(number)))
            }
            return .noFile(FileType(status.st_mode))
        }
    }
}
