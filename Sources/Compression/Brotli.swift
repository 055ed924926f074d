import CBrotli

/// Compresses to Brotli.
///
/// The same bytes always become the same bytes, as long as the library stays the same.
package struct Brotli: Sendable {
    private let quality: Int32

    /// - Parameter quality: from 0, the fastest, to 11, the tightest.
    package init(quality: Int = 11) {
        self.quality = Int32(quality)
    }

    package func compress(_ bytes: [UInt8]) throws(CompressionError) -> [UInt8] {
        // None is known for what is larger than the machine's memory.
        let bound = BrotliEncoderMaxCompressedSize(bytes.count)
        guard bound > 0 else { throw .tooLarge }
        let compressed = bytes.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: bound) { output, count in
                count = bound
                let isDone = BrotliEncoderCompress(
                    quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, input.count, input.baseAddress, &count,
                    output.baseAddress)
                if isDone == BROTLI_FALSE { count = 0 }
            }
        }
        guard !compressed.isEmpty else { throw .outOfMemory }
        return compressed
    }
}
