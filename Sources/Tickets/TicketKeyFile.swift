package import Files
import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The file that keeps the keys: each has 32 bytes, in Base64 on a line of its own, the one that signs first. Only its owner
/// may read it.
package struct TicketKeyFile: Sendable {
    private let path: String
    /// Room for a thousand keys.
    private static let maximumSize = 65_536

    package init(path: String) {
        self.path = path
    }

    /// Reads the keys; creates one where there is no file yet.
    ///
    /// - Throws: ``TicketKeyError``.
    package func readOrCreate() throws -> TicketKeyring {
        if FileStamp(at: path) != nil { return try read() }
        let keys = TicketKeyring(signing: TicketKey())
        let draft = "\(path).\(UUID().uuidString).new"
        defer { unlink(draft) }
        try write(keys, to: draft)
        let isOurs: Bool
        do throws(FileError) {
            isOurs = try Files.publish(draft, as: path)
        } catch {
            throw unwritable()
        }
        // Another program was faster: its keys are those of all.
        return isOurs ? keys : try read()
    }

    /// - Throws: ``TicketKeyError``.
    package func read() throws -> TicketKeyring {
        guard (FileStamp(following: path)?.size ?? 0) <= Self.maximumSize else {
            throw TicketKeyError.noKey(path: path)
        }
        let text: String
        do throws(FileError) {
            text = String(decoding: try Files.read(path), as: UTF8.self)
        } catch {
            throw error.reason == .missing ? TicketKeyError.missing(path: path) : .unreadable(error)
        }
        let keys = text.split(whereSeparator: \.isWhitespace).map { TicketKey(base64: String($0)) }
        guard let first = keys.first, let signing = first, keys.allSatisfy({ $0 != nil }) else {
            throw TicketKeyError.noKey(path: path)
        }
        return TicketKeyring(signing: signing, former: keys.dropFirst().compactMap { $0 })
    }

    /// Whether others than its owner may read or change the file: who has the key can make tickets.
    package var exposure: ExposedFile? { ExposedFile(path) }

    /// Adds a new key that signs from now on, in one step.
    ///
    /// - Throws: ``TicketKeyError``.
    package func rotate() throws -> TicketKeyring {
        let keys = try read().rotated()
        // Where the path is a link, the file that it leads to is what others read.
        let file = Files.resolved(path) ?? path
        let draft = file + ".new"
        unlink(draft)
        try write(keys, to: draft)
        guard rename(draft, file) == 0 else { throw unwritable() }
        return keys
    }

    private func write(_ keys: TicketKeyring, to path: String) throws {
        // 0600 from the first moment.
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0, fchmod(descriptor, 0o600) == 0 else { throw unwritable() }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: Data(keys.text.utf8))
            try file.synchronize()
        } catch {
            throw TicketKeyError.unwritable(path: path, reason: error.localizedDescription)
        }
    }

    private func unwritable() -> TicketKeyError {
        TicketKeyError.unwritable(path: path, reason: String(cString: strerror(errno)))
    }
}

package enum TicketKeyError: Error, Hashable, CustomStringConvertible {
    case missing(path: String)
    case unreadable(FileError)
    case noKey(path: String)
    case unwritable(path: String, reason: String)

    package var description: String {
        switch self {
        case .missing(let path):
            "\(path): there is no ticket key; 'booking-api' creates one when it first starts, or give --public-key"
        case .unreadable(let error):
            "\(error); name the ticket key with --ticket-key"
        case .noKey(let path):
            "\(path): this is no ticket key (32 bytes in Base64); restore it from a backup, for without it tickets "
                + "that are sold cannot be shown again"
        case .unwritable(let path, let reason):
            "\(path): the ticket key cannot be written (\(reason)); check the folder and its permissions"
        }
    }
}
