import Text

/// Records in order of slug, cut into files where the slugs themselves say so: one record more or less changes the file
/// that it is in, and seldom another.
package struct OrderedShards {
    package struct Shard {
        /// Every slug of this file is equal to this or after it, every slug of the file before comes before.
        package let boundary: String
        /// An array of records.
        package let bytes: [UInt8]
    }

    package private(set) var shards: [Shard] = []
    private let records: [(slug: String, record: [UInt8])]
    private let hashes: [UInt32]
    private let limit: Int

    /// - Parameters:
    ///   - records: JSON values, in order of their slugs, which differ.
    ///   - limit: how many bytes a file may have, unless one record alone has more.
    package init(_ records: [(slug: String, record: [UInt8])], limit: Int) {
        self.records = records
        self.limit = limit
        hashes = records.map { ShortStableHash.of($0.slug) }
        if !records.isEmpty { divide(records.indices) }
    }

    /// What is too long for one file is cut before the slug with the greatest hash, wherever that is: to count records
    /// or bytes would move every cut that follows a new film.
    private mutating func divide(_ range: Range<Int>) {
        let size = records[range].reduce(1) { $0 + $1.record.count + 1 }
        let inside = range.dropFirst()
        guard size > limit, let cut = inside.max(by: { (hashes[$0], $0) < (hashes[$1], $1) }) else {
            return shards.append(shard(range))
        }
        divide(range.lowerBound..<cut)
        divide(cut..<range.upperBound)
    }

    private func shard(_ range: Range<Int>) -> Shard {
        var bytes: [UInt8] = [UInt8(ascii: "[")]
        for (_, record) in records[range] {
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            bytes += record
        }
        bytes.append(UInt8(ascii: "]"))
        let previous = range.lowerBound > 0 ? records[range.lowerBound - 1].slug : ""
        return Shard(boundary: Self.shortest(records[range.lowerBound].slug, after: previous), bytes: bytes)
    }

    /// The shortest beginning of a slug that comes after `previous`.
    private static func shortest(_ slug: String, after previous: String) -> String {
        let common = zip(slug.utf8, previous.utf8).prefix { $0 == $1 }.count
        return String(decoding: slug.utf8.prefix(common + 1), as: UTF8.self)
    }
}
