import Foundation

/// IPv6 addresses as browsers write them: small letters, no zero in front, the longest run of zeros left out.
///
/// `inet_ntop` would write some with a point in them, which browsers never do.
enum IPv6Literal {
    /// - Parameter text: with its brackets.
    static func canonical(_ text: String) throws(AddressFault) -> String {
        var address = in6_addr()
        guard text.hasSuffix("]"), inet_pton(AF_INET6, String(text.dropFirst().dropLast()), &address) == 1 else {
            throw AddressFault("its host is no IPv6 address in brackets")
        }
        let bytes = withUnsafeBytes(of: &address) { Array($0) }
        let pieces = stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        guard let zeros = longestRun(of: pieces) else { return "[\(written(pieces[...]))]" }
        return "[\(written(pieces[..<zeros.lowerBound]))::\(written(pieces[zeros.upperBound...]))]"
    }

    private static func written(_ pieces: ArraySlice<UInt16>) -> String {
        pieces.map { String($0, radix: 16) }.joined(separator: ":")
    }

    /// The first of the longest runs of zeros; one alone is none.
    private static func longestRun(of pieces: [UInt16]) -> Range<Int>? {
        var longest: Range<Int>?
        var start = 0
        for (place, piece) in pieces.enumerated() {
            guard piece == 0 else {
                start = place + 1
                continue
            }
            let run = start..<place + 1
            if run.count > max(1, longest?.count ?? 0) { longest = run }
        }
        return longest
    }
}
