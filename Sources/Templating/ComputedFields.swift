/// Fields that a closure computes from the model.
///
/// Inlinable, so that each module compiles them for its own models.
extension Fields.Field {
    /// Text, shown by `{{name}}`; as a section, it is shown unless it is empty.
    @inlinable
    package static func text(_ name: String, _ value: @escaping @Sendable (Model) -> String) -> Self {
        Self(name, .text(.computed { model in value(model.value(Model.self)) }))
    }

    /// Shows or hides a section.
    @inlinable
    package static func flag(_ name: String, _ value: @escaping @Sendable (Model) -> Bool) -> Self {
        Self(name, .flag(.computed { model in value(model.value(Model.self)) }))
    }

    /// A section is shown once for each, which `{{.}}` names.
    @inlinable
    package static func texts(_ name: String, _ value: @escaping @Sendable (Model) -> [String]) -> Self {
        let elements = Elements(stride: MemoryLayout<String>.stride) { model, body in
            ModelAddress.withElements(of: value(model.value(Model.self)), body)
        }
        return Self(name, .texts(elements))
    }

    /// A model of its own, reached by a section or a dotted name.
    @inlinable
    package static func object<Child: TemplateModel>(
        _ name: String, _ value: @escaping @Sendable (Model) -> Child?
    ) -> Self {
        let elements = Elements(stride: 0) { model, body in
            guard let child = value(model.value(Model.self)) else { return }
            ModelAddress.withAddress(of: child) { body($0, 1) }
        }
        return Self(name, .object({ Schema(Child.self) }, .computed(elements)))
    }

    /// A section is shown once for each.
    @inlinable
    package static func list<Child: TemplateModel>(
        _ name: String, _ value: @escaping @Sendable (Model) -> [Child]
    ) -> Self {
        let elements = Elements(stride: MemoryLayout<Child>.stride) { model, body in
            ModelAddress.withElements(of: value(model.value(Model.self)), body)
        }
        return Self(name, .list({ Schema(Child.self) }, elements))
    }
}
