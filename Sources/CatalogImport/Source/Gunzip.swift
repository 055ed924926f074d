import CZlib
import Foundation

/// Why gzip data could not be decompressed.
enum GunzipProblem: Error {
    /// It does not begin as gzip, or its checksums say that it was changed.
    case damaged
    /// It ends before its last member does.
    case cutOff
    /// It would become larger than allowed.
    case tooLarge
}

/// Decompresses gzip data, of several members too.
///
/// - Parameter limit: how many bytes it may become; a few kilobytes of gzip can become gigabytes.
func gunzip(_ data: Data, limit: Int) throws(GunzipProblem) -> [UInt8] {
    var stream = z_stream()
    let gzipHeader: Int32 = 16
    guard
        inflateInit2_(&stream, MAX_WBITS + gzipHeader, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .damaged }
    defer { inflateEnd(&stream) }

    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var input = [UInt8](data)
    let status = input.withUnsafeMutableBufferPointer { input in
        var status = Z_OK
        stream.next_in = input.baseAddress
        // zlib counts what is at hand with 32 bits, whatever the length of the file.
        var given = 0
        repeat {
            if stream.avail_in == 0 {
                stream.avail_in = UInt32(min(input.count - given, 1 << 30))
                given += Int(stream.avail_in)
            }
            if status == Z_STREAM_END { status = inflateReset(&stream) }
            chunk.withUnsafeMutableBufferPointer { chunk in
                stream.next_out = chunk.baseAddress
                stream.avail_out = UInt32(chunk.count)
                status = inflate(&stream, Z_NO_FLUSH)
                output.append(contentsOf: chunk.prefix(chunk.count - Int(stream.avail_out)))
            }
        } while output.count <= limit
            && (status == Z_OK || (status == Z_STREAM_END && (stream.avail_in > 0 || given < input.count)))
        return status
    }
    guard output.count <= limit else { throw .tooLarge }
    switch status {
    case Z_STREAM_END: return output
    case Z_BUF_ERROR: throw .cutOff
    default: throw .damaged
    }
}
