import Foundation

/// What the index of a write-ahead log says of the store: it changes with every commit, of this process or another.
///
/// These are the bytes by which SQLite itself decides which commits a reader sees. They are changed when a commit is done,
/// so who finds them unchanged would read what was read before.
struct StoreRevision: Hashable, Sendable {
    private static let size = 48
    private let header: [UInt64]

    /// - Returns: `nil` while a commit is changing them.
    init?(descriptor: Int32) {
        // The header is there twice; a writer changes one after the other.
        var words = [UInt64](repeating: 0, count: 2 * Self.size / 8)
        let length = words.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        guard length == 2 * Self.size else { return nil }
        let half = words.count / 2
        guard words[..<half].elementsEqual(words[half...]) else { return nil }
        header = Array(words[..<half])
    }
}
