import Foundation

/// What the header of a SQLite file says of its content: it changes with every commit.
///
/// These are the bytes by which SQLite itself decides whether the pages that it keeps in memory still count. They are
/// written before a commit is done, so after the commit nobody reads the old ones.
struct CatalogRevision: Hashable, Sendable {
    /// The change counter, the size, and the list of free pages.
    private let first: UInt64
    private let second: UInt64

    /// - Returns: `nil` if the file cannot be read, or keeps a write-ahead log: then commits do not show in the header.
    init?(descriptor: Int32) {
        var header: (UInt64, UInt64, UInt64) = (0, 0, 0)
        let start = 16
        let (length, journal) = withUnsafeMutableBytes(of: &header) { bytes in
            (pread(descriptor, bytes.baseAddress, bytes.count, off_t(start)), (bytes[18 - start], bytes[19 - start]))
        }
        guard length == 24, journal == (1, 1) else { return nil }
        first = header.1
        second = header.2
    }
}
