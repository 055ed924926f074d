import Foundation

/// Reads whole files, straight from the system: half a million of them are read.
enum FileContent {
    /// - Returns: `nil` if the file cannot be read.
    static func of(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
            while count < buffer.count {
                let length = read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                guard length > 0 else { break }
                count += length
            }
        }
    }
}
