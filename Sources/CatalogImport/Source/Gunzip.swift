import CZlib
import Foundation

/// Decompresses gzip data, of several members too.
///
/// - Returns: `nil` if the data is no gzip or is cut off.
func gunzip(_ data: Data) -> Data? {
    var stream = z_stream()
    let automaticHeader: Int32 = 32
    guard
        inflateInit2_(
            &stream, MAX_WBITS + automaticHeader, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }

    var output = Data()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var input = [UInt8](data)
    var status = Z_OK
    input.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        repeat {
            if status == Z_STREAM_END { status = inflateReset(&stream) }
            chunk.withUnsafeMutableBufferPointer { chunk in
                stream.next_out = chunk.baseAddress
                stream.avail_out = UInt32(chunk.count)
                status = inflate(&stream, Z_NO_FLUSH)
                output.append(contentsOf: chunk.prefix(chunk.count - Int(stream.avail_out)))
            }
        } while status == Z_OK || (status == Z_STREAM_END && stream.avail_in > 0)
    }
    return status == Z_STREAM_END ? output : nil
}
