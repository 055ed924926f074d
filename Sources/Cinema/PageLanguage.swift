/// The language of a page, as BCP 47 names it, in its usual letters: `de`, `pt-BR`, `zh-Hant`.
package struct PageLanguage: Hashable, Sendable {
    package let tag: String

    private static let longest = 35

    /// - Returns: `nil` if no tag of a language has such a form. Whether there is such a language nobody looks up.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.longest else { return nil }
        var parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)[...]
        guard let language = parts.popFirst(), (2...3).contains(language.utf8.count), Self.isAlphabetic(language) else {
            return nil
        }
        var tag = [language.lowercased()]
        if let script = parts.first, script.utf8.count == 4, Self.isAlphabetic(script) {
            tag.append(script.prefix(1).uppercased() + script.dropFirst().lowercased())
            parts.removeFirst()
        }
        if let region = parts.first, Self.isRegion(region) {
            tag.append(region.uppercased())
            parts.removeFirst()
        }
        guard parts.allSatisfy(Self.isVariant) else { return nil }
        self.tag = (tag + parts.map { $0.lowercased() }).joined(separator: "-")
    }

    /// Takes what a store wrote itself.
    package init(stored tag: String) {
        self.tag = tag
    }

    private static func isRegion(_ text: String) -> Bool {
        text.utf8.count == 2 ? isAlphabetic(text) : text.utf8.count == 3 && text.utf8.allSatisfy(isDigit)
    }

    private static func isVariant(_ text: String) -> Bool {
        guard text.utf8.allSatisfy({ isDigit($0) || isLetter($0) }) else { return false }
        return (5...8).contains(text.utf8.count) || (text.utf8.count == 4 && text.utf8.first.map(isDigit) == true)
    }

    private static func isAlphabetic(_ text: String) -> Bool { text.utf8.allSatisfy(isLetter) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
