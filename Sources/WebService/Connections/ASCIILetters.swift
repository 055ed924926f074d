extension StringProtocol {
    /// With small letters for the capital ones of ASCII, and nothing else changed: so HTTP compares its words. Elsewhere the Kelvin
    /// sign would be a `k`.
    package var asciiLowercased: String {
        String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
