import Foundation
import Text

/// The path that a site or a service lives below, in one spelling that browsers, hosts and files all take for the same.
enum BasePath {
    /// What hosts read as something else than a letter of a name: variables, patterns, the end of a path or of a text.
    private static let refused = "/\\?#$*:\""

    /// - Parameter path: percent-encoded, empty or with a slash in front.
    /// - Returns: the same without a slash at its end, each sign encoded exactly if it has to be.
    static func canonical(_ path: String, of origin: Origin) throws(AddressFault) -> String {
        var path = path[...]
        while path.hasSuffix("/") { path.removeLast() }
        let names = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        guard !names.contains(where: \.isEmpty) else {
            let better = names.filter { !$0.isEmpty }.map { "/" + $0 }.joined()
            throw AddressFault("it has two slashes in a row; write \(origin)\(better)")
        }
        var canonical = ""
        for name in names { canonical += "/" + encoded(try decoded(name)) }
        return canonical
    }

    private static func decoded(_ name: Substring) throws(AddressFault) -> String {
        guard let text = name.removingPercentEncoding else {
            throw AddressFault("'\(name)' in its path stands for no text in UTF-8")
        }
        guard text != ".", text != ".." else {
            throw AddressFault("it has '\(name)' in its path; write the path that it leads to")
        }
        guard !text.hasPrefix(".") else {
            throw AddressFault("'\(name)' in its path begins with a dot, and hosts hide such folders")
        }
        if let sign = text.unicodeScalars.first(where: {
            $0.value < 0x20 || $0 == "\u{7F}" || refused.contains(Character($0))
        }) {
            let shown = sign.value <= 0x20 || sign == "\u{7F}" ? "a control character" : "a '\(sign)'"
            throw AddressFault("it has \(shown) in its path, which some hosts take for something else; leave it out")
        }
        return text
    }

    /// RFC 3986 lets these stand in a path besides letters and digits; what it has for special uses is refused above.
    private static func encoded(_ name: String) -> String {
        PercentEncoding.encode(name) { PercentEncoding.isUnreserved($0) || "!&'()+,;=@".utf8.contains($0) }
    }
}
