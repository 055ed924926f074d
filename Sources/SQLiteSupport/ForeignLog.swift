import Files
import GRDBSQLite

/// Beside a database lies the write-ahead log of another file that had its name before.
///
/// It happens where a backup is moved into the place of a database that is in use, or was not closed. SQLite would lay the log
/// over the backup without a word, for a log does not say whose it is.
package struct ForeignLog: Error, Hashable, Sendable, CustomStringConvertible {
    package let path: String

    package var description: String {
        "\(path)-wal: this is the log of another file that was here before; stop all programs that use \(path), remove "
            + "\(path)-wal and \(path)-shm, and start again"
    }

    /// To be asked before SQLite reads anything of the database.
    ///
    /// - Throws: ``ForeignLog`` if the file says that it keeps no log, and there is one.
    package static func require(noneBeside path: String) throws(ForeignLog) {
        let real = Files.resolved(path) ?? path
        guard let log = FileStamp(at: real + "-wal"), log.size > 0, keepsNoLog(real) else { return }
        throw ForeignLog(path: path)
    }

    /// By bytes 18 and 19 of the file: 1 is a rollback journal, 2 a write-ahead log.
    ///
    /// Read through a connection of SQLite's that reads nothing else: to close the file in any other way would end the locks
    /// that this process has on it.
    private static func keepsNoLog(_ path: String) -> Bool {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        var file: UnsafeMutablePointer<sqlite3_file>?
        var versions: [UInt8] = [0, 0]
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK,
            sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK,
            let read = file?.pointee.pMethods?.pointee.xRead,
            read(file, &versions, 2, 18) == SQLITE_OK
        else { return false }
        return versions == [1, 1]
    }
}
