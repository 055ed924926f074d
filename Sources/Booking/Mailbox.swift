import Cinema
import Foundation

/// Whose an e-mail address is, however it is written: `ADA@Example.org.` and `ada@ｅxample。org` are one mailbox.
///
/// What a mail host makes of plus signs and dots is its own affair.
package struct Mailbox: Hashable, Sendable {
    package let key: String

    /// - Parameter address: also one that ``Buyer`` would refuse today.
    package init(_ address: String) {
        let address = Self.folded(address).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let at = address.lastIndex(of: "@") else {
            key = address
            return
        }
        let domain = Self.domain(String(address[address.index(after: at)...]))
        key = Self.unquoted(address[..<at]) + "@" + domain
    }

    /// Neither case nor width tells, nor do signs that nobody sees.
    private static func folded(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        let visible = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isHidden }))
        // By capital letters first: `ß` and `SS` are one, and so are all that share a capital.
        return visible.precomposedStringWithCompatibilityMapping.uppercased().lowercased()
            .precomposedStringWithCompatibilityMapping
    }

    /// `"ada"` is `ada`.
    private static func unquoted(_ local: Substring) -> String {
        guard local.count > 1, local.hasPrefix("\""), local.hasSuffix("\"") else { return String(local) }
        return String(local.dropFirst().dropLast())
    }

    /// As the name system has it (UTS 46), without the dot of its root.
    private static func domain(_ text: String) -> String {
        var name = Substring(text.replacing("。", with: ".").replacing("｡", with: "."))
        while name.hasSuffix(".") { name.removeLast() }
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return String(name) }
        return URL(string: "http://\(name)/")?.host(percentEncoded: false).map { $0.lowercased() } ?? String(name)
    }
}
