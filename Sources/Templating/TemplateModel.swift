/// A value that a template can name the fields of.
///
/// A type lists its fields once, and templates are bound to that list when they are loaded: a tag that names no field
/// is an error there and then, not an empty spot on a page.
@usableFromInline
package protocol TemplateModel: Sendable {
    static var fields: Fields<Self> { get }
    /// What the model stands for, in one sentence for those who write templates.
    static var meaning: String { get }
}

extension TemplateModel {
    package static var meaning: String { "" }
}

/// The fields of a model, by the names that templates use.
///
/// A field named by the key path of a property that a struct stores, as in `.text("title", \.title)`, is read where it
/// lies: nothing is copied, nothing is called. Every other field is what its closure returns for the model.
@usableFromInline
package struct Fields<Model: TemplateModel>: Sendable {
    let list: [Field]

    package init(_ list: Field...) {
        self.list = list
    }

    @usableFromInline
    package struct Field: Sendable {
        let name: String
        let content: FieldContent

        @usableFromInline
        init(_ name: String, _ content: FieldContent) {
            self.name = name
            self.content = content
        }
    }
}
