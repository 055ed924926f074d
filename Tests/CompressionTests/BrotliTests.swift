import CBrotliDecoder
import Compression
import Testing

@Suite("Brotli")
struct BrotliTests {
    @Test("is undone by Brotli's own decoder", arguments: Sample.allCases)
    func roundTrip(sample: Sample) throws {
        let bytes = sample.bytes
        // 5 MB at its tightest would take ten seconds.
        for quality in bytes.count > 1_000_000 ? [9] : [0, 9, 10, 11] {
            let compressed = try Brotli(quality: quality).compress(bytes)
            #expect(try decompress(compressed, size: bytes.count) == bytes, "\(quality)")
        }
    }

    @Test("makes a page smaller than gzip does, and nothing much larger")
    func sizes() throws {
        var gzip = try Gzip()
        let page = Sample.page.bytes
        #expect(try Brotli().compress(page).count < gzip.compress(page).count)
        let noise = Sample.incompressible.bytes
        #expect(try Brotli().compress(noise).count < noise.count + 100)
        #expect(try Brotli().compress([]).count == 1)
    }

    @Test("makes the same bytes every time")
    func reproducible() throws {
        let page = Sample.page.bytes
        #expect(try Brotli().compress(page) == Brotli().compress(page))
    }

    private func decompress(_ bytes: [UInt8], size: Int) throws -> [UInt8] {
        // One byte more than there should be shows if there is more.
        var result = BROTLI_DECODER_RESULT_ERROR
        let decompressed = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            count = size + 1
            result = BrotliDecoderDecompress(bytes.count, bytes, &count, buffer.baseAddress)
        }
        #expect(result == BROTLI_DECODER_RESULT_SUCCESS)
        return decompressed
    }
}
