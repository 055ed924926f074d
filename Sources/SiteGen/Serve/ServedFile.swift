import Foundation

/// A file of the site that is open: what is read from it is one state of it, even if a build puts another in its place.
final class ServedFile: Sendable {
    let stamp: FileStamp
    private let descriptor: Int32

    /// What can be at a path.
    enum Opened {
        case file(ServedFile)
        case folder
        case nothing
    }

    /// - Parameter path: without symbolic links; at its end they are not followed.
    static func open(_ path: String) -> Opened {
        // Without O_NONBLOCK, a pipe in the folder would keep the server waiting for somebody who writes to it.
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return .nothing }
        guard let stamp = FileStamp(of: descriptor), stamp.isRegular else {
            defer { close(descriptor) }
            return FileStamp(of: descriptor)?.isFolder == true ? .folder : .nothing
        }
        return .file(ServedFile(descriptor: descriptor, stamp: stamp))
    }

    private init(descriptor: Int32, stamp: FileStamp) {
        self.descriptor = descriptor
        self.stamp = stamp
    }

    deinit {
        close(descriptor)
    }

    /// Reads at most as many bytes as the range has, and at least one of them.
    ///
    /// - Parameter range: not empty, and within the file's size.
    /// - Throws: if the file was cut off since it was opened, or cannot be read.
    func read(_ range: Range<Int>) throws -> [UInt8] {
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, range.count, off_t(range.lowerBound)))
        }
        guard !bytes.isEmpty else { throw CocoaError(.fileReadUnknown) }
        return bytes
    }

    /// In bytes.
    var size: Int { Int(stamp.size) }

    /// Reads all of it.
    func read() throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < size { bytes += try read(bytes.count..<size) }
        return bytes
    }
}
