/// The names that the objects that are open have had so far, each object for itself. To ask for one takes the same time
/// however many there are.
struct MemberNames<Name: Hashable> {
    private struct Object {
        /// Of its names among ``names``.
        let first: Int
        /// All of its names, once they are many.
        var set: Set<Name>?
    }

    /// Up to so many are looked through one by one, which is faster than a set, and most objects have no more.
    private static var few: Int { 16 }

    private var objects: [Object] = []
    private var names: [Name] = []

    mutating func removeAll() {
        objects.removeAll(keepingCapacity: true)
        names.removeAll(keepingCapacity: true)
    }

    mutating func beginObject() { objects.append(Object(first: names.count)) }

    mutating func endObject() {
        guard let object = objects.popLast() else { return }
        names.removeLast(names.count - object.first)
    }

    /// Adds a name to the innermost object.
    ///
    /// - Returns: whether it is new there.
    mutating func insert(_ name: Name) -> Bool {
        guard let object = objects.indices.last else { return true }
        let first = objects[object].first
        if names.count - first < Self.few {
            guard !names[first...].contains(name) else { return false }
            names.append(name)
            return true
        }
        if objects[object].set == nil { objects[object].set = Set(names[first...]) }
        return objects[object].set?.insert(name).inserted ?? true
    }
}
