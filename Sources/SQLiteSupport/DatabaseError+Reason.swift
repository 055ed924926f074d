package import GRDB
import GRDBSQLite

extension DatabaseError {
    /// Why SQLite failed, in its words, for a person to read.
    ///
    /// SQLite keeps the words of its last call alone. Where a transaction was rolled back before they were asked for, they
    /// are those of success; the words of the error's number are left then.
    package var reason: String {
        guard let message, message != Self.words(of: .SQLITE_OK) else { return Self.words(of: resultCode) }
        return message
    }

    private static func words(of code: ResultCode) -> String {
        String(cString: sqlite3_errstr(code.rawValue))
    }
}
