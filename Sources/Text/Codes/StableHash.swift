/// A hash of 64 bits (FNV-1a) that is the same on every machine and in every process, which Swift's own hashes are not.
/// Among a million texts, two share one by chance once in tens of millions of times. It is not a secret: whoever wants
/// two texts of one hash can find them.
package struct StableHash {
    package var value: UInt64 = 0xCBF2_9CE4_8422_2325

    @inlinable package init() {}

    @inlinable package mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    @inlinable package static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = StableHash()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }
}

/// The same (FNV-1a) in 32 bits, where few texts are told apart and the hash is written down.
package enum ShortStableHash {
    package static func of(_ text: String) -> UInt32 {
        text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }
}
