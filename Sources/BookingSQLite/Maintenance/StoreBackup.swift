import Booking
import Files
import Foundation
import GRDB
import SQLiteSupport

/// A copy of a store, of one moment, also while it is in use.
package struct StoreBackup {
    private let store: StoreFile

    package init(of path: String) {
        store = StoreFile(path: path)
    }

    /// When this returns, the copy is whole and on the disk; when it throws, there is none.
    ///
    /// - Throws: ``StoreError``, ``BackupError``.
    package func write(to path: String) throws {
        try store.requireStore()
        guard FileStamp(at: path) == nil else { throw BackupError.exists(path: path) }
        let draft = path + ".partial"
        defer { unlink(draft) }
        do {
            // SQLite takes an empty file, and leaves its mode as it is.
            unlink(draft)
            try DatabaseFiles(draft).createPrivately()
            try store.reader().inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [draft]) }
            let queue = try DatabaseQueue(path: draft)
            try queue.write(StoreEpoch.end)
            try queue.close()
            guard try Files.publish(draft, as: path) else { throw BackupError.exists(path: path) }
        } catch let error as FileError {
            throw BackupError.failed(path: path, reason: error.sentence)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            throw store.explanation(of: error)
        } catch let error as DatabaseError {
            throw BackupError.failed(path: path, reason: error.reason)
        }
    }
}

package enum BackupError: Error, Hashable, CustomStringConvertible {
    case exists(path: String)
    case failed(path: String, reason: String)

    package var description: String {
        switch self {
        case .exists(let path): "\(path): there is a file of this name; it was left as it is"
        case .failed(let path, let reason):
            "\(path): the copy cannot be written (\(reason)); check the folder, its permissions and its space"
        }
    }
}
