import Files
import GRDB
import SQLiteSupport

/// Why the file of the simulated payments cannot be used, as one sentence that says what to do.
package struct SimulatedLedgerError: Error, CustomStringConvertible {
    package let description: String

    init(_ error: FileError) {
        description = "\(error); this is where the simulated payments are kept: move it away to begin a new file"
    }

    init(_ error: ForeignLog) {
        description = "\(error)"
    }

    init(foreign path: String) {
        description =
            "\(path): this database is something else than the simulated payments, and was left as it is; put their file in "
            + "its place, or move it away to begin a new one with a new store"
    }

    init(newer path: String) {
        description =
            "\(path): these simulated payments were written by a newer version of Marquee; update Marquee to use them"
    }

    init(_ path: String, _ error: DatabaseError) {
        description =
            switch error.resultCode {
            case .SQLITE_BUSY:
                "\(path): another program keeps the simulated payments locked; let it finish, or end it"
            case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_PERM, .SQLITE_FULL:
                "\(path): the simulated payments cannot be written (\(error.reason)); check the folder, its permissions "
                    + "and its space"
            default:
                "\(path): the simulated payments cannot be read (\(error.reason)); restore the file from a backup. Without "
                    + "it, the bank knows nothing of payments that were begun: only a new store begins with a new file"
            }
    }
}
