import Foundation

extension ReadFile {
    /// Attributes that lead somewhere, or load something from there.
    private static let addresses: Set<String> = ["action", "formaction", "href", "poster", "src"]
    /// Not white space, and of ASCII.
    private static let controls = CharacterSet(charactersIn: "\u{0}"..."\u{1F}").subtracting(
        CharacterSet(charactersIn: "\t\n\u{C}\r"))
    private static let schemes = ["/", "#", "http://", "https://", "mailto:", "tel:", "data:image/"]

    mutating func read(html: String) throws {
        guard html.rangeOfCharacter(from: Self.controls) == nil else {
            throw ReadingError("there is a control character in it")
        }
        var tokens = HTMLTokens(html)
        while let token = try tokens.next() {
            switch token {
            case .start(let name, let attributes):
                structure.append("<\(([name] + attributes.map(\.name)).joined(separator: " "))>")
                for attribute in attributes {
                    texts.append(attribute.value)
                    try checkAddress(attribute)
                }
            case .end(let name): structure.append("</\(name)>")
            case .comment: structure.append("<!-- -->")
            case .text(let text): texts.append(text)
            case .script(let content, let isData):
                if isData { try read(json: Data(content.utf8)) } else { structure.append(content) }
            }
        }
    }

    private func checkAddress(_ attribute: HTMLTokens.Attribute) throws {
        guard Self.addresses.contains(attribute.name), !attribute.value.isEmpty else { return }
        let value = attribute.value.utf8
        guard !value.starts(with: "//".utf8), Self.schemes.contains(where: { value.starts(with: $0.utf8) }) else {
            throw ReadingError("\(attribute.name) leads to '\(attribute.value.prefix(80))'")
        }
    }
}
