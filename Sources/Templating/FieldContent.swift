/// What a field is and how it is read, whatever its model's type.
@usableFromInline
enum FieldContent: Sendable {
    case text(TextContent)
    case flag(FlagContent)
    case texts(Elements)
    /// The child's schema is asked for when it is needed: models may contain each other.
    case object(@Sendable () -> Schema, ObjectContent)
    case list(@Sendable () -> Schema, Elements)
}

@usableFromInline
enum TextContent: Sendable {
    case stored(offset: Int)
    case computed(@Sendable (ModelAddress) -> String)
}

@usableFromInline
enum FlagContent: Sendable {
    case stored(offset: Int)
    case computed(@Sendable (ModelAddress) -> Bool)
}

@usableFromInline
enum ObjectContent: Sendable {
    /// Always there, in the memory of the model itself.
    case part(offset: Int)
    /// In the memory of the model itself, where it may be missing.
    case optionalPart(offset: Int, isThere: @Sendable (ModelAddress) -> Bool)
    /// Always there, in memory that the model refers to.
    case shared(Elements)
    /// Made when it is asked for, or not.
    case computed(Elements)
}

/// Values that lie one after the other for as long as they are looked at.
@usableFromInline
struct Elements: Sendable {
    /// Calls its second argument, with the first of the values and their number, unless there are none.
    @usableFromInline
    typealias Access = @Sendable (ModelAddress, (ModelAddress, Int) -> Void) -> Void

    /// Where in the model that which holds them is stored; 0 for values that are computed from the whole model.
    let offset: Int
    /// From one to the next.
    let stride: Int
    let access: Access

    @usableFromInline
    init(offset: Int = 0, stride: Int, access: @escaping Access) {
        self.offset = offset
        self.stride = stride
        self.access = access
    }
}
