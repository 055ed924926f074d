/// Fields that are properties of the model.
///
/// A property that the model does not store in its own memory (it is computed or observed, or the model is a class) is
/// read through its key path, which is much slower: such a property deserves a closure.
extension Fields.Field {
    @usableFromInline
    package typealias Path<Value> = any KeyPath<Model, Value> & Sendable

    /// Text, shown by `{{name}}`; as a section, it is shown unless it is empty.
    @inlinable
    package static func text(_ name: String, _ path: Path<String>) -> Self {
        guard let offset = MemoryLayout<Model>.offset(of: path) else { return text(name) { $0[keyPath: path] } }
        return Self(name, .text(.stored(offset: offset)))
    }

    /// Shows or hides a section.
    @inlinable
    package static func flag(_ name: String, _ path: Path<Bool>) -> Self {
        guard let offset = MemoryLayout<Model>.offset(of: path) else { return flag(name) { $0[keyPath: path] } }
        return Self(name, .flag(.stored(offset: offset)))
    }

    /// A section is shown once for each, which `{{.}}` names.
    @inlinable
    package static func texts(_ name: String, _ path: Path<[String]>) -> Self {
        guard let offset = MemoryLayout<Model>.offset(of: path) else { return texts(name) { $0[keyPath: path] } }
        let elements = Elements(offset: offset, stride: MemoryLayout<String>.stride) { texts, body in
            ModelAddress.withElements(of: texts.value([String].self), body)
        }
        return Self(name, .texts(elements))
    }

    /// A model of its own, reached by a section or a dotted name.
    @inlinable
    package static func object<Child: TemplateModel>(_ name: String, _ path: Path<Child>) -> Self {
        guard let offset = MemoryLayout<Model>.offset(of: path) else { return object(name) { $0[keyPath: path] } }
        return Self(name, .object({ Schema(Child.self) }, .part(offset: offset)))
    }

    /// A model of its own that may be missing.
    @inlinable
    package static func object<Child: TemplateModel>(_ name: String, _ path: Path<Child?>) -> Self {
        guard let offset = MemoryLayout<Model>.offset(of: path) else { return object(name) { $0[keyPath: path] } }
        let part = ObjectContent.optionalPart(offset: offset) { $0.value(Child?.self) != nil }
        return Self(name, .object({ Schema(Child.self) }, part))
    }

    /// A model of its own that others show too.
    @inlinable
    package static func object<Child: TemplateModel>(_ name: String, _ path: Path<Shared<Child>>) -> Self {
        guard let offset = MemoryLayout<Model>.offset(of: path) else {
            return object(name) { $0[keyPath: path].value }
        }
        let elements = Elements(offset: offset, stride: 0) { shared, body in
            ModelAddress.withElements(of: shared.value(Shared<Child>.self).storage, body)
        }
        return Self(name, .object({ Schema(Child.self) }, .shared(elements)))
    }

    /// A section is shown once for each.
    @inlinable
    package static func list<Child: TemplateModel>(_ name: String, _ path: Path<[Child]>) -> Self {
        guard let offset = MemoryLayout<Model>.offset(of: path) else { return list(name) { $0[keyPath: path] } }
        let elements = Elements(offset: offset, stride: MemoryLayout<Child>.stride) { list, body in
            ModelAddress.withElements(of: list.value([Child].self), body)
        }
        return Self(name, .list({ Schema(Child.self) }, elements))
    }
}
