/// Where a model, or a value in it, lies while a page is rendered.
///
/// This, `PageBuffer` and `HTMLEscaping` are where memory is touched without the compiler's help. It is sound because
/// - the type behind an address is fixed when a template is bound: each instruction names a field of the model that its
///   scope was opened for, `Template.render` takes models of the very types the template was bound to, and offsets are
///   those that `MemoryLayout` gives for key paths of these types;
/// - an address is made only by the functions below, which lend it to a closure: what it points to lives, unchanged,
///   until the closure returns, and nothing keeps an address for longer than that;
/// - an optional value keeps the value itself at its own address, as Swift's binary interface lays it out;
/// - text of 16 bytes or more lies in storage that the text owns, and so stays where it is as long as the text does: a
///   string has 16 bytes itself, and one of them says what it is.
@usableFromInline
struct ModelAddress {
    @usableFromInline
    let pointer: UnsafeRawPointer

    @inlinable
    init(_ pointer: UnsafeRawPointer) {
        self.pointer = pointer
    }

    /// The value that lies here.
    @inlinable @inline(__always)
    func value<Value>(_ type: Value.Type) -> Value {
        pointer.assumingMemoryBound(to: type).pointee
    }

    @inline(__always)
    func advanced(by offset: Int) -> ModelAddress {
        ModelAddress(pointer + offset)
    }

    @inlinable @inline(__always)
    static func withAddress<Value>(of value: Value, _ body: (ModelAddress) -> Void) {
        withUnsafePointer(to: value) { body(ModelAddress($0)) }
    }

    /// Calls `body` with the first of the values and their number, unless there are none.
    @inlinable @inline(__always)
    static func withElements<Value>(of values: [Value], _ body: (ModelAddress, Int) -> Void) {
        values.withUnsafeBufferPointer { buffer in
            guard let first = buffer.baseAddress, !buffer.isEmpty else { return }
            body(ModelAddress(first), buffer.count)
        }
    }

    /// The bytes of the text that lies here.
    ///
    /// Taken from the text first and used then: were they used while the text is looked at, the compiler would count
    /// one more owner of it each time, which is most of the time that a short text takes.
    @inline(__always)
    func withText(_ body: (UnsafeRawBufferPointer) -> Void) {
        let text = pointer.assumingMemoryBound(to: String.self)
        var short: (UInt64, UInt64) = (0, 0)
        let bytes = text.pointee.utf8.withContiguousStorageIfAvailable { bytes in
            guard bytes.count < Self.leastStored else { return UnsafeRawBufferPointer(bytes) }
            withUnsafeMutableBytes(of: &short) { $0.copyMemory(from: UnsafeRawBufferPointer(bytes)) }
            return UnsafeRawBufferPointer(start: nil, count: 0)
        }
        guard let bytes else {
            // Text of another system's kind, which Swift copies when it is asked for its bytes.
            return Array(text.pointee.utf8).withUnsafeBytes(body)
        }
        guard bytes.isEmpty else { return body(bytes) }
        let count = text.pointee.utf8.count
        withUnsafeBytes(of: short) { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }

    /// Text of fewer bytes may lie in the value itself, which Swift copies to lend its bytes.
    private static var leastStored: Int { 16 }
}
