import Files
import GRDB
import SQLiteSupport

/// Why the file of the simulated payments cannot be used, as one sentence that says what to do.
package struct SimulatedLedgerError: Error, CustomStringConvertible {
    package let description: String

    init(_ error: FileError) {
        description = "\(error); this is where the simulated payments are kept: move it away to begin a new file"
    }

    init(_ path: String, _ error: DatabaseError) {
        description =
            "\(path): the simulated payments cannot be read (\(error.reason)); restore the file "
            + "from a backup, or move it away to begin a new one"
    }
}
