/// A model that many others show: it is handed on without a copy, and read as if each had its own.
///
/// What every page shows of the site is best shared so, rather than being a class, whose fields have to be asked for.
@dynamicMemberLookup
@usableFromInline
package struct Shared<Model: TemplateModel>: Sendable {
    /// The one model: an array is memory of its own with an address, and is safe to share.
    @usableFromInline
    let storage: [Model]

    package init(_ value: Model) {
        storage = [value]
    }

    @inlinable
    package var value: Model { storage[0] }

    @inlinable
    package subscript<Value>(dynamicMember path: KeyPath<Model, Value>) -> Value { storage[0][keyPath: path] }
}
