package import Files
package import SQLiteSupport

/// Why a catalog cannot be opened, as one sentence that says what to do.
package enum CatalogError: Error, Hashable, CustomStringConvertible {
    case missing(path: String)
    /// What is there is no file that can be read.
    case unusable(FileError)
    case empty(path: String)
    case notACatalog(path: String)
    case corrupt(path: String, reason: String)
    case newerSchema(path: String)
    case twoSpellings(path: String, what: String)
    /// Rows of an older catalog name rows that are not there.
    case dangling(path: String, DanglingReferences)
    case locked(path: String)
    case foreignLog(ForeignLog)
    /// What was being written when a program was killed has to be taken back first, and may not be.
    case interrupted(path: String, reason: String)
    case unreadable(path: String, reason: String)
    case unwritable(path: String, reason: String)

    package var description: String {
        switch self {
        case .missing(let path):
            "\(path): there is no catalog; make one with 'sitegen import' or 'sitegen demo'"
        case .unusable(let error):
            "\(error); name the catalog with --catalog"
        case .empty(let path):
            "\(path): this file is empty, and no catalog; make one with 'sitegen import' or 'sitegen demo'"
        case .notACatalog(let path):
            "\(path): this SQLite database is not a Marquee catalog; it was left as it is"
        case .corrupt(let path, let reason):
            "\(path): the catalog is damaged (\(reason)); restore it from a backup or import it again into a new file"
        case .newerSchema(let path):
            "\(path): this catalog was written by a newer version of Marquee; update Marquee to use it"
        case .twoSpellings(let path, let what):
            "\(path): this catalog has \(what) twice, in two spellings that Unicode calls the same; nothing was changed: "
                + "delete or rename one of them, or import the programme into a new file"
        case .dangling(let path, let references):
            "\(path): this catalog is of an older version and cannot be brought up to date as it is; nothing was changed:\n"
                + "\(references)"
        case .locked(let path):
            "\(path): another program keeps the catalog locked; let it finish, or end it"
        case .foreignLog(let log): "\(log)"
        case .interrupted(let path, let reason):
            "\(path): a program was killed while it wrote to the catalog, and what it had begun cannot be taken back (\(reason)); "
                + "run 'sitegen import', or this, once as somebody who may write to the file and its folder"
        case .unreadable(let path, let reason):
            "\(path): the catalog cannot be read (\(reason)); check the path and its permissions"
        case .unwritable(let path, let reason):
            "\(path): the catalog cannot be written (\(reason)); check the folder and its permissions"
        }
    }
}
