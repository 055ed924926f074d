import Search
import Testing

@Suite("The files of showings")
struct OrderedShardsTests {
    private static func records(_ slugs: [String]) -> [(slug: String, record: [UInt8])] {
        slugs.sorted().map { ($0, Array("[\"\($0)\",\"\(String(repeating: "x", count: 60))\"]".utf8)) }
    }

    private static let slugs = (0..<2_000).map { "film-\($0 * 7_919 % 10_007)" }

    @Test("are one as long as all fits, and none if nothing is on")
    func few() {
        let shards = OrderedShards(Self.records(["up-2009", "amelie-2001"]), limit: 26_000).shards
        #expect(shards.map(\.boundary) == ["a"])
        #expect(OrderedShards([], limit: 26_000).shards.isEmpty)
    }

    @Test("keep all records in order, each in the file whose boundary it has reached, and none is too big")
    func boundaries() {
        let shards = OrderedShards(Self.records(Self.slugs), limit: 5_000).shards
        #expect(shards.count > 20)
        #expect(shards.map(\.boundary) == shards.map(\.boundary).sorted())
        #expect(shards.allSatisfy { $0.bytes.count <= 5_000 })
        for slug in Self.slugs {
            let shard = shards.last { $0.boundary <= slug }
            #expect(shard.map { String(decoding: $0.bytes, as: UTF8.self).contains("\"\(slug)\"") } == true, "\(slug)")
        }
    }

    @Test("stay as they are when a film is added to another one", arguments: ["a", "film-4444b", "film-70", "zulu"])
    func stability(added: String) {
        func files(_ slugs: [String]) -> [String: [UInt8]] {
            let shards = OrderedShards(Self.records(slugs), limit: 5_000).shards
            return Dictionary(uniqueKeysWithValues: shards.map { ($0.boundary, $0.bytes) })
        }
        let (before, after) = (files(Self.slugs), files(Self.slugs + [added]))
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        #expect((1...3).contains(changed.count), "\(changed.sorted())")
    }
}
