/// The text of a file `_headers`, in which hosts such as Netlify and Cloudflare Pages look for what to send with a file: a
/// path, and below it the headers for it, indented. Lines that say nothing are passed over, as the hosts do.
package enum HeadersText {
    package struct Block: Sendable {
        /// `/assets/*` is everything below that folder.
        package let path: String
        package fileprivate(set) var headers: [Header] = []
    }

    package struct Header: Sendable {
        package let name: String
        package let value: String
        /// From 1.
        package let line: Int
    }

    package static func blocks(in text: String) -> [Block] {
        var blocks: [Block] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let content = trimmed(line)
            if content.isEmpty || content.hasPrefix("#") { continue }
            if content.startIndex == line.startIndex {
                blocks.append(Block(path: String(content)))
            } else if !blocks.isEmpty, let colon = content.firstIndex(of: ":") {
                let (name, value) = (content[..<colon], trimmed(content[content.index(after: colon)...]))
                blocks[blocks.count - 1].headers.append(
                    Header(name: String(name), value: String(value), line: index + 1))
            }
        }
        return blocks
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let start = text.drop(while: \.isWhitespace)
        return start[..<(start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) } ?? start.startIndex)]
    }
}
