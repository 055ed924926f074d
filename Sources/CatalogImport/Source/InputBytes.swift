import Files
import Foundation

/// The bytes of a file that a person names on the command line.
enum InputBytes {
    /// Shells hand over the output of another program in these places: `sitegen import <(curl …)`.
    private static let places = ["/dev/stdin", "/dev/fd/", "/proc/self/fd/"]

    /// What is handed over by a shell is read to its end, whatever it is; anything else must be a file.
    ///
    /// - Parameter limit: what is handed over may have no end; of it no more is read than it takes to know that it is longer.
    static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        if path == "-" { return try handedOver(STDIN_FILENO, named: path, limit) }
        guard places.contains(where: path.hasPrefix) else { return try Files.read(path) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path, failedWith: errno) }
        defer { close(descriptor) }
        return try handedOver(descriptor, named: path, limit)
    }

    private static func handedOver(
        _ descriptor: Int32, named path: String, _ limit: Int
    ) throws(FileError) -> [UInt8] {
        guard FileStamp(of: descriptor)?.isFolder != true else { throw FileError(path, .noFile(.folder)) }
        guard isatty(descriptor) == 0 else { throw FileError(path, .noFile(.device)) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = chunk.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 else { throw FileError(path, .unreadable(String(cString: strerror(errno)))) }
            guard count > 0 else { return bytes }
            bytes += chunk.prefix(count)
        }
        return bytes
    }
}
