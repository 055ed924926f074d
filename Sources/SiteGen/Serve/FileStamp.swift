import Foundation

/// Which state of a file this is: a file that was written anew, or replaced, has another stamp.
struct FileStamp: Hashable, Sendable, CustomStringConvertible {
    let size: Int
    let modified: Instant
    private let inode: UInt64

    /// When a file was written, as finely as the system knows it.
    struct Instant: Hashable, Comparable, Sendable {
        let seconds: Int
        let nanoseconds: Int

        static func < (left: Instant, right: Instant) -> Bool {
            (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
        }
    }

    init(_ status: stat) {
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        size = Int(status.st_size)
        modified = Instant(seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
        inode = UInt64(status.st_ino)
    }

    /// - Returns: `nil` if there is no such file.
    init?(ofFileAt path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// Letters, digits and hyphens.
    var description: String {
        [inode, UInt64(bitPattern: Int64(modified.seconds)), UInt64(modified.nanoseconds), UInt64(size)]
            .map { String($0, radix: 36) }.joined(separator: "-")
    }
}
