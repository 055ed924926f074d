import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The file that keeps the signing key: its 32 bytes in Base64 on one line, readable by its owner alone.
package struct TicketKeyFile: Sendable {
    private let path: String

    package init(path: String) {
        self.path = path
    }

    /// Reads the key; creates one where there is no file yet.
    ///
    /// - Throws: ``TicketKeyError``.
    package func readOrCreate() throws -> TicketKey {
        if FileManager.default.fileExists(atPath: path) {
            return try read()
        }
        let key = TicketKey()
        // 0600 from the first moment, and never over a file that someone else has just created.
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor < 0, errno == EEXIST { return try read() }
        guard descriptor >= 0 else {
            throw TicketKeyError.unwritable(path: path, reason: String(cString: strerror(errno)))
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: Data((key.base64 + "\n").utf8))
            try file.synchronize()
        } catch {
            throw TicketKeyError.unwritable(path: path, reason: error.localizedDescription)
        }
        return key
    }

    package func read() throws -> TicketKey {
        guard FileManager.default.fileExists(atPath: path) else { throw TicketKeyError.missing(path: path) }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw TicketKeyError.noKey(path: path)
        }
        guard let key = TicketKey(base64: text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw TicketKeyError.noKey(path: path)
        }
        return key
    }
}

package enum TicketKeyError: Error, Hashable, CustomStringConvertible {
    case missing(path: String)
    case noKey(path: String)
    case unwritable(path: String, reason: String)

    package var description: String {
        switch self {
        case .missing(let path):
            "\(path): there is no ticket key; 'booking-api' creates one when it first starts, or give --public-key"
        case .noKey(let path):
            "\(path): this is no ticket key (32 bytes in Base64); restore it from a backup, for without it tickets "
                + "that are sold cannot be shown again"
        case .unwritable(let path, let reason):
            "\(path): the ticket key cannot be written (\(reason)); check the folder and its permissions"
        }
    }
}
