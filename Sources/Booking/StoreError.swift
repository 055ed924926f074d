/// Why the booking store cannot do its work, as one sentence that says what to do.
package enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    case notAStore(path: String)
    case corrupt(path: String, reason: String)
    case newerSchema(path: String)
    case unusable(path: String, reason: String)

    package var description: String {
        switch self {
        case .notAStore(let path):
            "\(path): this SQLite database is not a Marquee booking store; it was left as it is"
        case .corrupt(let path, let reason):
            "\(path): the booking store is damaged (\(reason)); restore it from a backup"
        case .newerSchema(let path):
            "\(path): this booking store was written by a newer version of Marquee; update Marquee to use it"
        case .unusable(let path, let reason):
            "\(path): the booking store cannot be written (\(reason)); check the folder, its permissions and its space"
        }
    }
}
