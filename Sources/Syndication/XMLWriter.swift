import Text

/// Writes XML 1.0 straight to bytes, so that equal content gives equal bytes.
struct XMLWriter {
    private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)

    /// - Parameter markup: tags that are the same whatever is told between them.
    mutating func markup(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Text that means itself, inside an element and inside a quoted attribute.
    mutating func text(_ text: String) { XMLEscaping.append(text, to: &bytes) }

    mutating func element(_ name: StaticString, _ text: String) {
        markup("<")
        markup(name)
        markup(">")
        self.text(text)
        markup("</")
        markup(name)
        markup(">\n")
    }
}
