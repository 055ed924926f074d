/// What of an Ed25519 public key (RFC 8032, 5.1.5) can be told from its bytes.
enum Ed25519Point {
    /// The prime of the field, 2^255 - 19, the least significant byte first.
    private static let prime: [UInt8] = [0xED] + Array(repeating: 0xFF, count: 30) + [0x7F]

    /// The y coordinates of all eight points whose order divides 8, the least significant byte first. With such a key a
    /// signature that nobody has made passes for many a text.
    private static let smallOrder: [[UInt8]] = [
        Array(repeating: 0, count: 32),
        [1] + Array(repeating: 0, count: 31),
        [0xEC] + prime.dropFirst(),
        [
            0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98, 0xF0,
            0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC, 0x05,
        ],
        [
            0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67, 0x0F,
            0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC, 0x03, 0x7A,
        ],
    ]

    /// Whether these bytes are the only ones for their point, and that is not one of small order.
    static func mayBeKey(_ bytes: some Collection<UInt8>) -> Bool {
        guard bytes.count == 32 else { return false }
        var y = Array(bytes)
        // The uppermost bit is the sign of x.
        y[31] &= 0x7F
        return y.reversed().lexicographicallyPrecedes(prime.reversed()) && !smallOrder.contains(y)
    }
}
