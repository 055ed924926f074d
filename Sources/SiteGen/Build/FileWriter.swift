import Foundation
import Synchronization

/// Writes files below a folder, making the folders between.
final class FileWriter: Sendable {
    private let root: String
    private let made: Mutex<Set<String>> = Mutex([])

    init(root: String) {
        self.root = root
    }

    /// - Parameter path: below the root.
    /// - Throws: ``BuildError`` with what the system says.
    func write(_ bytes: [UInt8], to path: String) throws {
        let folder = path.lastIndex(of: "/").map { path[..<$0] } ?? ""
        try makeFolder(String(folder))
        let full = "\(root)/\(path)"
        let descriptor = open(full, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(full) }
        defer { close(descriptor) }
        try bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                guard count > 0 else { throw failure(full) }
                rest = rest.dropFirst(count)
            }
        }
    }

    private func makeFolder(_ folder: String) throws {
        guard !folder.isEmpty, made.withLock({ !$0.contains(folder) }) else { return }
        try makeFolder(folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? "")
        let full = "\(root)/\(folder)"
        guard mkdir(full, 0o755) == 0 || errno == EEXIST else { throw failure(full) }
        made.withLock { _ = $0.insert(folder) }
    }

    private func failure(_ path: String) -> BuildError {
        BuildError("\(path): cannot be written (\(String(cString: strerror(errno))))")
    }
}
