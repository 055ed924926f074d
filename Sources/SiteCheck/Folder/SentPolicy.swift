import Files
import Foundation

/// A content security policy that the host is told to send with some pages.
struct SentPolicy: Sendable {
    /// Of paths: `/*`, `/showtimes/:id/`.
    let pattern: [Substring]
    let policy: SecurityPolicy
    let line: Int

    /// - Parameter text: of a file `_headers`.
    static func all(in text: String) -> [SentPolicy] {
        HeadersText.blocks(in: text).flatMap { block in
            block.headers.filter { $0.name.lowercased() == "content-security-policy" }.map {
                SentPolicy(pattern: segments(block.path), policy: SecurityPolicy($0.value), line: $0.line)
            }
        }
    }

    func applies(to path: String, of site: Site) -> Bool {
        if pattern == ["", "*"] { return true }
        let page = path.hasSuffix("index.html") ? path.dropLast("index.html".count) : path[...]
        let root = String(decoding: site.address?.root ?? [], as: UTF8.self)
        let segments = Self.segments("/\(root)\(page)")
        let pattern = pattern.map { $0.removingPercentEncoding.map { $0[...] } ?? $0 }
        for (index, wanted) in pattern.enumerated() {
            if wanted == "*" { return true }
            guard index < segments.count, wanted == segments[index] || wanted.hasPrefix(":") else { return false }
        }
        return pattern.count == segments.count
    }

    private static func segments(_ path: String) -> [Substring] {
        path.split(separator: "/", omittingEmptySubsequences: false)
    }
}
