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
        let accessor: Accessor

        /// Text, shown by `{{name}}`; as a section, it is shown unless it is empty.
        package static func text(_ name: String, _ value: @escaping @Sendable (Model) -> String) -> Field {
            Field(name: name, kind: .text, accessor: .text(value))
        }

        /// Shows or hides a section.
        package static func flag(_ name: String, _ value: @escaping @Sendable (Model) -> Bool) -> Field {
            Field(name: name, kind: .flag, accessor: .flag(value))
        }

        /// A model of its own, reached by a section or a dotted name.
        package static func object<Child: TemplateModel>(
            _ name: String, _ value: @escaping @Sendable (Model) -> Child?
        ) -> Field {
            Field(name: name, kind: .object { Schema(Child.self) }, accessor: .object { value($0) })
        }

        /// A section is shown once for each.
        package static func list<Child: TemplateModel>(
            _ name: String, _ value: @escaping @Sendable (Model) -> [Child]
        ) -> Field {
            Field(name: name, kind: .list { Schema(Child.self) }, accessor: .list { value($0) })
        }

        /// A section is shown once for each, which `{{.}}` names.
        package static func texts(_ name: String, _ value: @escaping @Sendable (Model) -> [String]) -> Field {
            Field(name: name, kind: .texts, accessor: .texts(value))
        }
    }

    /// How a field is read: the closure as the model wrote it, since one around it would cost a reference count each time.
    @usableFromInline
    enum Accessor: Sendable {
        case text(@Sendable (Model) -> String)
        case flag(@Sendable (Model) -> Bool)
        case texts(@Sendable (Model) -> [String])
        case object(@Sendable (Model) -> (any TemplateModel)?)
        case list(@Sendable (Model) -> [any TemplateModel])
    }

    let list: [Field]
    @usableFromInline
    let accessors: [Accessor]

    package init(_ list: Field...) {
        self.list = list
        accessors = list.map(\.accessor)
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
    /// Inlinable, so that each module compiles it for its own models: this is where a page spends its time.
    @inlinable
    package func value(at slot: Int) -> FieldValue {
        switch Self.fields.accessors[slot] {
        case .text(let value): .text(value(self))
        case .flag(let value): .flag(value(self))
        case .texts(let value): .texts(value(self))
        case .object(let value): .object(value(self))
        case .list(let value): .list(value(self))
        }
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
