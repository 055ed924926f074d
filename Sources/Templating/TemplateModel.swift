/// A value that a template can name the fields of.
///
/// A type lists its fields once, and templates are bound to that list when they are loaded: a tag that names no field
/// is an error there and then, not an empty spot on a page.
package protocol TemplateModel: Sendable {
    static var fields: Fields<Self> { get }

    /// The value of the field at `slot` of ``fields``.
    func value(at slot: Int) -> FieldValue
}

/// The fields of a model, by the names that templates use.
package struct Fields<Model: TemplateModel>: Sendable {
    package struct Field: Sendable {
        let name: String
        let kind: FieldKind
        let value: @Sendable (Model) -> FieldValue

        /// Text, shown by `{{name}}`; as a section, it is shown unless it is empty.
        package static func text(_ name: String, _ value: @escaping @Sendable (Model) -> String) -> Field {
            Field(name: name, kind: .text) { .text(value($0)) }
        }

        /// Shows or hides a section.
        package static func flag(_ name: String, _ value: @escaping @Sendable (Model) -> Bool) -> Field {
            Field(name: name, kind: .flag) { .flag(value($0)) }
        }

        /// A model of its own, reached by a section or a dotted name.
        package static func object<Child: TemplateModel>(
            _ name: String, _ value: @escaping @Sendable (Model) -> Child?
        ) -> Field {
            Field(name: name, kind: .object { Schema(Child.self) }) { .object(value($0)) }
        }

        /// A section is shown once for each.
        package static func list<Child: TemplateModel>(
            _ name: String, _ value: @escaping @Sendable (Model) -> [Child]
        ) -> Field {
            Field(name: name, kind: .list { Schema(Child.self) }) { .list(value($0)) }
        }

        /// A section is shown once for each, which `{{.}}` names.
        package static func texts(_ name: String, _ value: @escaping @Sendable (Model) -> [String]) -> Field {
            Field(name: name, kind: .texts) { .texts(value($0)) }
        }
    }

    let list: [Field]

    package init(_ list: Field...) {
        self.list = list
    }
}

enum FieldKind: Sendable {
    case text
    case flag
    case texts
    /// The child's schema is asked for when it is needed: models may contain each other.
    case object(@Sendable () -> Schema)
    case list(@Sendable () -> Schema)
}

package enum FieldValue {
    case text(String)
    case flag(Bool)
    case texts([String])
    case object((any TemplateModel)?)
    case list([any TemplateModel])
}

extension TemplateModel {
    package func value(at slot: Int) -> FieldValue {
        Self.fields.list[slot].value(self)
    }
}

/// The names of a model's fields and what they are, without the model.
package struct Schema: Sendable {
    let slots: [String: (slot: Int, kind: FieldKind)]

    init(slots: [String: (slot: Int, kind: FieldKind)]) {
        self.slots = slots
    }

    package init<Model: TemplateModel>(_ model: Model.Type) {
        let named = model.fields.list.enumerated().map { ($1.name, (slot: $0, kind: $1.kind)) }
        slots = Dictionary(named, uniquingKeysWith: { first, _ in first })
    }
}
