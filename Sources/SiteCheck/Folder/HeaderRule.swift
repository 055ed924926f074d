import Foundation

/// A content security policy that the host is told to send, in the file `_headers`.
struct HeaderRule: Sendable {
    /// Of paths: `/*`, `/showtimes/:id/`.
    let pattern: [Substring]
    let policy: SecurityPolicy
    let line: Int

    /// - Parameter text: an address to a line, and below it the headers for it, indented.
    static func all(in text: String) -> [HeaderRule] {
        var (rules, pattern) = ([HeaderRule](), [Substring]())
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let content = line.drop(while: \.isWhitespace)
            if content.isEmpty || content.hasPrefix("#") { continue }
            if content.startIndex == line.startIndex {
                pattern = segments(content)
            } else if let colon = content.firstIndex(of: ":"),
                content[..<colon].lowercased() == "content-security-policy"
            {
                let policy = SecurityPolicy(String(content[content.index(after: colon)...]))
                rules.append(HeaderRule(pattern: pattern, policy: policy, line: index + 1))
            }
        }
        return rules
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

    private static func segments(_ path: some StringProtocol) -> [Substring] {
        String(path.trimmingSuffix { $0.isWhitespace }).split(separator: "/", omittingEmptySubsequences: false)
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while isStripped: (Character) -> Bool) -> SubSequence {
        self[..<(lastIndex { !isStripped($0) }.map { index(after: $0) } ?? startIndex)]
    }
}
