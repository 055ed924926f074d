import Text

/// The bytes of a page as it grows.
///
/// Memory of its own rather than an array's, which is asked for its size and its owners with each piece that is added:
/// a page is hundreds of small pieces. `count` bytes of `start` are initialized, and `start` has room for `capacity`;
/// both are private, and every way to add bytes makes room for them first.
struct PageBuffer: ~Copyable {
    private var start: UnsafeMutableRawPointer
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = max(capacity, 64)
        start = .allocate(byteCount: self.capacity, alignment: 16)
    }

    deinit {
        start.deallocate()
    }

    /// Adds the page to what a caller has already.
    func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
    }

    @inline(__always)
    mutating func append(_ range: Range<Int32>, of bytes: borrowing [UInt8]) {
        guard !range.isEmpty else { return }
        bytes.withUnsafeBytes { bytes in
            append(UnsafeRawBufferPointer(rebasing: bytes[Int(range.lowerBound)..<Int(range.upperBound)]))
        }
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count)
        (start + count).copyMemory(from: source, byteCount: bytes.count)
        count += bytes.count
    }

    /// Adds text so that it means itself in HTML, inside an element and inside a quoted attribute.
    @inline(__always)
    mutating func appendEscaped(_ bytes: UnsafeRawBufferPointer) {
        if HTMLEscaping.isNeeded(for: bytes) {
            appendInPieces(bytes)
        } else {
            append(bytes)
        }
    }

    /// Copies what lies between the signs that have to be escaped in one piece each.
    @inline(never)
    private mutating func appendInPieces(_ bytes: UnsafeRawBufferPointer) {
        var copied = 0
        for (index, byte) in bytes.enumerated() {
            guard let entity = HTMLEscaping.entity(for: byte) else { continue }
            append(UnsafeRawBufferPointer(rebasing: bytes[copied..<index]))
            entity.withUTF8Buffer { append(UnsafeRawBufferPointer($0)) }
            copied = index + 1
        }
        append(UnsafeRawBufferPointer(rebasing: bytes[copied...]))
    }

    @inline(__always)
    private mutating func reserve(_ added: Int) {
        if capacity - count < added { grow(by: added) }
    }

    @inline(never)
    private mutating func grow(by added: Int) {
        capacity = max(2 * capacity, count + added)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
        larger.copyMemory(from: start, byteCount: count)
        start.deallocate()
        start = larger
    }
}
