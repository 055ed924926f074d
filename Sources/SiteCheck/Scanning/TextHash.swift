/// A 64-bit hash (FNV-1a) that is the same in every process. Among a million texts, two share one by chance once in
/// tens of millions of sites.
struct TextHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = TextHash()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }
}
