import Cinema
import Foundation

/// Whose an e-mail address is, however it is written: `ADA@Example.org.` and `ada@ｅxample。org` are one mailbox.
///
/// What a mail host makes of plus signs and dots is its own affair.
package struct Mailbox: Hashable, Sendable {
    package let key: String

    /// - Parameter address: also one that ``Buyer`` would refuse today.
    package init(_ address: String) {
        let address = Self.visible(address).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let at = address.lastIndex(of: "@") else {
            key = Self.folded(address)
            return
        }
        // The name system has its own rules of what is one: `ß` is a letter there.
        let domain = Self.domain(address[address.index(after: at)...].lowercased())
        key = Self.unquoted(Self.folded(String(address[..<at]))) + "@" + domain
    }

    /// Without the signs that nobody sees.
    private static func visible(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isHidden }))
            .precomposedStringWithCompatibilityMapping
    }

    /// Neither case nor width tells.
    private static func folded(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        // By capital letters: `ß` and `SS` are one, and so are all that share a capital. `ẞ` is one only in small letters.
        return text.lowercased().uppercased().lowercased().precomposedStringWithCompatibilityMapping
    }

    /// `"ada"` is `ada`.
    private static func unquoted(_ local: String) -> String {
        guard local.count > 1, local.hasPrefix("\""), local.hasSuffix("\"") else { return local }
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
