package import Foundation

/// A file of secret keys: each has 32 bytes, in Base64 on a line of its own, the one in use first. Only its owner may read it.
package struct KeyFile: Sendable {
    package let path: String
    private let purpose: KeyPurpose
    private static let keySize = 32
    /// Room for a thousand keys.
    private static let maximumSize = 65_536

    package init(_ path: String, for purpose: KeyPurpose) {
        self.path = path
        self.purpose = purpose
    }

    /// Reads the keys; creates the file with `first` where there is none yet, whole or not at all. Of several programs that do so
    /// at once, the key of one is that of all.
    ///
    /// - Throws: ``KeyFileError``.
    package func readOrCreate(with first: @autoclosure () -> Data) throws(KeyFileError) -> [Data] {
        if FileStamp(at: path) != nil { return try read() }
        let draft = "\(path).\(UUID().uuidString).new"
        defer { unlink(draft) }
        try write([first()], to: draft)
        do throws(FileError) {
            try Files.publish(draft, as: path)
        } catch {
            throw failure(.unwritable(String(cString: strerror(errno))))
        }
        return try read()
    }

    /// - Throws: ``KeyFileError``.
    package func read() throws(KeyFileError) -> [Data] {
        guard (FileStamp(following: path)?.size ?? 0) <= Self.maximumSize else { throw failure(.noKey) }
        let text: String
        do throws(FileError) {
            text = String(decoding: try Files.read(path), as: UTF8.self)
        } catch {
            throw failure(error.reason == .missing ? .missing : .unreadable(error))
        }
        let keys = text.split(whereSeparator: \.isWhitespace).map { Data(base64Encoded: String($0)) ?? Data() }
        // Zeros are no secret.
        guard !keys.isEmpty, keys.allSatisfy({ $0.count == Self.keySize && $0.contains { $0 != 0 } }) else {
            throw failure(.noKey)
        }
        return keys
    }

    /// Puts a new key before those that are there, in one step.
    ///
    /// - Throws: ``KeyFileError``.
    package func prepend(_ key: Data) throws(KeyFileError) -> [Data] {
        let keys = [key] + (try read())
        // Where the path is a link, the file that it leads to is what others read.
        let file = Files.resolved(path) ?? path
        let draft = file + ".new"
        unlink(draft)
        try write(keys, to: draft)
        guard rename(draft, file) == 0 else { throw failure(.unwritable(String(cString: strerror(errno)))) }
        return keys
    }

    /// Makes the folder of the file for its owner alone. Where that cannot be, whoever writes the file says why.
    package func makeFolder() {
        try? FileManager.default.createDirectory(
            at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
    }

    /// Whether others than its owner may read or change the file.
    package var exposure: ExposedFile? { ExposedFile(path) }

    private func write(_ keys: [Data], to path: String) throws(KeyFileError) {
        // 0600 from the first moment.
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0, fchmod(descriptor, 0o600) == 0 else {
            throw failure(.unwritable(String(cString: strerror(errno))))
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: Data(keys.map { $0.base64EncodedString() + "\n" }.joined().utf8))
            try file.synchronize()
        } catch {
            throw failure(.unwritable(error.localizedDescription))
        }
    }

    private func failure(_ reason: KeyFileError.Reason) -> KeyFileError { KeyFileError(path, of: purpose, reason) }
}

/// What the keys of a file are good for, in words.
package struct KeyPurpose: Hashable, Sendable {
    /// `ticket key`
    let name: String
    /// `--ticket-key`
    let option: String
    /// What cannot be done without them.
    let loss: String

    package init(name: String, option: String, loss: String) {
        self.name = name
        self.option = option
        self.loss = loss
    }
}

package struct KeyFileError: Error, Hashable, CustomStringConvertible {
    package enum Reason: Hashable, Sendable {
        case missing
        case unreadable(FileError)
        case noKey
        case unwritable(String)
    }

    private let path: String
    private let purpose: KeyPurpose
    private let reason: Reason

    package init(_ path: String, of purpose: KeyPurpose, _ reason: Reason) {
        self.path = path
        self.purpose = purpose
        self.reason = reason
    }

    package var description: String {
        switch reason {
        case .missing: "\(path): there is no \(purpose.name); 'booking-api' creates one when it first starts"
        case .unreadable(let error): "\(error); name the \(purpose.name) with \(purpose.option)"
        case .noKey:
            "\(path): this is no \(purpose.name) (32 bytes in Base64); restore it from a backup, for without it \(purpose.loss)"
        case .unwritable(let reason):
            "\(path): the \(purpose.name) cannot be written (\(reason)); check the folder and its permissions"
        }
    }
}
