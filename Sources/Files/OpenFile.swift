import Foundation

/// A regular file that is open for reading: what is read from it is one state of it, even if another takes its place.
package struct OpenFile: ~Copyable, Sendable {
    package let stamp: FileStamp
    private let path: String
    private let descriptor: Int32

    /// Never waits: a pipe in the file's place would keep the program waiting for somebody who writes to it.
    ///
    /// - Parameter followingLinks: whether a link at the end of the path may lead to the file.
    package init(_ path: String, followingLinks: Bool = true) throws(FileError) {
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (followingLinks ? 0 : O_NOFOLLOW)
        let descriptor = open(path, flags)
        guard descriptor >= 0 else { throw FileError(path, failedWith: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, S_IFREG == status.st_mode & S_IFMT,
            let stamp = FileStamp(of: descriptor)
        else {
            close(descriptor)
            throw FileError(path, .noFile(FileType(status.st_mode)))
        }
        self.path = path
        self.stamp = stamp
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// In bytes.
    package var size: Int { Int(stamp.size) }

    /// Reads at most as many bytes as the range has; none if the file was cut off since it was opened.
    ///
    /// - Parameter range: within the file's size.
    package func read(_ range: Range<Int>) throws(FileError) -> [UInt8] {
        var isRead = true
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            while count < buffer.count {
                let length = pread(
                    descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count,
                    off_t(range.lowerBound + count))
                isRead = length >= 0
                guard length > 0 else { break }
                count += length
            }
        }
        guard isRead else { throw FileError(path, .unreadable(String(cString: strerror(errno)))) }
        return bytes
    }

    package func read() throws(FileError) -> [UInt8] { try read(0..<size) }
}
