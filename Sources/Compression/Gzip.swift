import CZlib

/// Compresses to gzip, by default as tightly as gzip can.
///
/// The same bytes always become the same bytes: no time, no name and no system is written into them. One of these takes
/// 256 kB of memory, which it uses again for the next bytes; keep one for every thread.
package struct Gzip: ~Copyable {
    // zlib remembers where its stream is, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>

    /// - Parameter isFast: takes a quarter of the time, for an answer that is a tenth to a quarter larger.
    package init(isFast: Bool = false) throws(CompressionError) {
        let (withGzipHeader, mostMemory): (Int32, Int32) = (16, 9)
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let status = deflateInit2_(
            stream, isFast ? Z_BEST_SPEED : Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + withGzipHeader, mostMemory,
            Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else {
            stream.deallocate()
            throw .outOfMemory
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// - Throws: ``CompressionError/tooLarge`` for 4 GB and more.
    package mutating func compress(_ bytes: [UInt8]) throws(CompressionError) -> [UInt8] {
        deflateReset(stream)
        let bound = deflateBound(stream, UInt(bytes.count))
        guard bytes.count <= UInt32.max, bound <= UInt32.max else { throw .tooLarge }
        var compressed = bytes.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: Int(bound)) { output, count in
                // zlib only reads from here; its header does not say so.
                stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.pointee.avail_in = UInt32(input.count)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(bound)
                // With as much room as the bound, one call does everything.
                let status = deflate(stream, Z_FINISH)
                count = status == Z_STREAM_END ? Int(stream.pointee.total_out) : 0
            }
        }
        guard !compressed.isEmpty else { throw .outOfMemory }
        compressed[Self.system] = Self.unknownSystem
        return compressed
    }

    /// Where zlib writes the kind of system that it runs on, and what stands for none (RFC 1952, section 2.3).
    private static let system = 9
    private static let unknownSystem: UInt8 = 255
}
