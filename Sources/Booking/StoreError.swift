package import Files

/// Why the booking store cannot do its work, as one sentence that says what to do.
package enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    case missing(path: String)
    /// What is there is no file that can be read, or none can be made.
    case noFile(FileError)
    case empty(path: String)
    case notAStore(path: String)
    case corrupt(path: String, reason: String)
    case newerSchema(path: String)
    case unreleasedSchema(path: String)
    /// Another file is at the path than the one that was opened, or none.
    case replaced(path: String)
    case locked(path: String)
    /// The log beside it is another file's; the words are of the adapter that knows its files.
    case foreignLog(String)
    case unusable(path: String, reason: String)

    package var description: String {
        switch self {
        case .missing(let path):
            "\(path): there is no booking store; name another with --store sqlite:PATH"
        case .noFile(let error):
            if case .unwritable(let reason) = error.reason {
                Self.unusable(path: error.path, reason: reason).description
            } else {
                "\(error); name the booking store with --store sqlite:PATH"
            }
        case .empty(let path):
            "\(path): this file is empty, and no booking store; restore it from a backup, or name another with "
                + "--store sqlite:PATH"
        case .notAStore(let path):
            "\(path): this SQLite database is not a Marquee booking store; it was left as it is"
        case .corrupt(let path, let reason):
            "\(path): the booking store is damaged (\(reason)); restore it from a backup"
        case .newerSchema(let path):
            "\(path): this booking store was written by a newer version of Marquee; update Marquee to use it"
        case .unreleasedSchema(let path):
            "\(path): this booking store was written by Marquee before its first release and cannot be brought up to date; "
                + "move it away to begin a new one"
        case .replaced(let path):
            "\(path): this file was moved away or replaced while booking-api had it open, so nothing more is sold; stop "
                + "booking-api, put the store in its place, remove \(path)-wal and \(path)-shm, and start again"
        case .locked(let path):
            "\(path): another program keeps the booking store locked; let it finish, or end it"
        case .foreignLog(let sentence): sentence
        case .unusable(let path, let reason):
            "\(path): the booking store cannot be written (\(reason)); check the folder, its permissions and its space"
        }
    }
}
