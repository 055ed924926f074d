/// A tag as it stands in a page.
struct Tag {
    /// `nil` for an element that no check asks about.
    var name: ElementName?
    var isEnd = false
    var isSelfClosing = false
    /// Where its `<` is.
    var start = 0
    var attributes: [Attribute] = []
    /// What follows up to the end tag, where that is text and no markup: of a script, a style sheet, a title.
    var text = 0..<0

    struct Attribute {
        /// `nil` for one that no check asks about.
        let name: AttributeName?
        let nameRange: Range<Int>
        /// Without its quotes, as it is written; empty if it has no value.
        let value: Range<Int>
    }

    /// Of two attributes of one name, the first counts.
    subscript(name: AttributeName) -> Attribute? {
        for attribute in attributes where attribute.name == name { return attribute }
        return nil
    }
}
