/// FNV-1a, 32 bits: the same on every machine and in every run, which Swift's own hashes are not.
enum StableHash {
    static func of(_ text: String) -> UInt32 {
        text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }
}
