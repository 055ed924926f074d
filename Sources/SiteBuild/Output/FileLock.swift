import Files
import Foundation

/// The right to be the only one, for as long as this lives; kept by the system, and so never left behind by a crash.
final class FileLock {
    private let descriptor: Int32

    /// Makes the file if it is not there.
    ///
    /// - Returns: `nil` if another process has the lock.
    init?(_ path: String) throws(FileError) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .unwritable(path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
    }

    deinit {
        close(descriptor)
    }
}
