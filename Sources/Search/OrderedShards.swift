/// Records in order of slug, cut into files where the slugs themselves say so: one record more or less changes the file
/// that it is in, and seldom another.
package struct OrderedShards {
    package struct Shard {
        /// Every slug of this file is equal to this or after it, every slug of the file before comes before.
        package let boundary: String
        /// An array of records.
        package let bytes: [UInt8]
    }

    package let shards: [Shard]

    /// A file is cut where the hash of a slug is divisible by this, once it is half full.
    private static let cut: UInt32 = 16

    /// - Parameters:
    ///   - records: JSON values, in order of their slugs, which differ.
    ///   - limit: how many bytes a file may have, unless one record alone has more.
    package init(_ records: [(slug: String, record: [UInt8])], limit: Int) {
        let isOne = records.reduce(1) { $0 + $1.record.count + 1 } <= limit
        var shards: [Shard] = []
        var boundary = ""
        var bytes: [UInt8] = []
        var previous = ""
        for (slug, record) in records {
            let isFull = bytes.count + record.count + 2 > limit
            let isCut = bytes.count > limit / 2 && StableHash.of(slug).isMultiple(of: Self.cut)
            if bytes.isEmpty {
                boundary = String(slug.prefix(1))
            } else if !isOne, isFull || isCut {
                shards.append(Shard(boundary: boundary, bytes: bytes + [UInt8(ascii: "]")]))
                boundary = Self.shortest(slug, after: previous)
                bytes = []
            }
            bytes.append(UInt8(ascii: bytes.isEmpty ? "[" : ","))
            bytes += record
            previous = slug
        }
        if !bytes.isEmpty { shards.append(Shard(boundary: boundary, bytes: bytes + [UInt8(ascii: "]")])) }
        self.shards = shards
    }

    /// The shortest beginning of a slug that comes after `previous`.
    private static func shortest(_ slug: String, after previous: String) -> String {
        let common = zip(slug.utf8, previous.utf8).prefix { $0 == $1 }.count
        return String(decoding: slug.utf8.prefix(common + 1), as: UTF8.self)
    }
}
