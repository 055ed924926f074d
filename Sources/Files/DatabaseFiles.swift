import Foundation

/// The files of an SQLite database, looked at before SQLite opens them: it waits for whoever might write to a pipe, and
/// says of most other things that it was "unable to open database file".
///
/// Nothing is opened here, for closing a file ends all locks that the process has on it, also those of SQLite.
package struct DatabaseFiles: Sendable {
    package let path: String

    private static let companions = ["-journal", "-wal", "-shm"]

    package init(_ path: String) {
        self.path = path
    }

    /// - Throws: ``FileError`` unless there is a file that can be read, and nothing but files beside it.
    package func require() throws(FileError) {
        let type = try FileType(following: path)
        guard type == .regular else { throw FileError(path, .noFile(type)) }
        guard access(path, R_OK) == 0 else { throw FileError(path, failedWith: errno) }
        for companion in existingCompanions {
            do throws(FileError) {
                let type = try FileType(following: companion)
                guard type == .regular else { throw FileError(companion, .noFile(type)) }
            } catch {
                // Whoever had the database open may be done meanwhile, and have removed it.
                guard FileStamp(at: companion) == nil else { throw error }
            }
        }
    }

    /// - Returns: whether there is a database.
    /// - Throws: ``FileError`` as ``require()`` does, but if there is nothing.
    package func requireOrNothing() throws(FileError) -> Bool {
        guard FileStamp(at: path) != nil else { return false }
        try require()
        return true
    }

    /// Creates the file, empty, where there is none: only its owner may read it. SQLite gives those beside it the same mode.
    package func createPrivately() throws(FileError) {
        guard try !requireOrNothing() else { return }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor < 0, errno == EEXIST { return }
        guard descriptor >= 0, fchmod(descriptor, 0o600) == 0 else { throw .unwritable(path) }
        close(descriptor)
    }

    /// Creates the database where there is none, whole or not at all, also if the program is killed meanwhile: only its owner may
    /// read it. Of several programs that do so at once, the database of one stands.
    ///
    /// - Parameter fill: makes a database of the empty file at the path that it is given, and closes it.
    package func createWhole(_ fill: (String) throws -> Void) throws {
        guard try !requireOrNothing() else { return }
        let draft = DatabaseFiles("\(path).\(UUID().uuidString).new")
        defer { draft.remove() }
        try draft.createPrivately()
        try fill(draft.path)
        try Files.publish(draft.path, as: path)
    }

    private func remove() {
        for file in [path] + existingCompanions { unlink(file) }
    }

    /// Those of the files that not only their owner may read or write.
    package var exposed: [ExposedFile] { ([path] + existingCompanions).compactMap(ExposedFile.init) }

    /// SQLite keeps them beside the file that a link leads to.
    private var existingCompanions: [String] {
        let real = Files.resolved(path) ?? path
        return Self.companions.map { real + $0 }.filter { FileStamp(at: $0) != nil }
    }
}

/// A file that more people may read or write than its owner.
package struct ExposedFile: Hashable, Sendable, CustomStringConvertible {
    package let path: String
    private let mode: mode_t

    /// - Returns: `nil` if only its owner may read and write it, or if there is none.
    package init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0, FileType(status.st_mode) == .regular, status.st_mode & 0o066 != 0 else {
            return nil
        }
        self.path = path
        mode = status.st_mode & 0o777
    }

    package var description: String {
        let verb = mode & 0o022 == 0 ? "read" : "read or change"
        let digits = String(mode, radix: 8)
        return
            "\(path): others may \(verb) this file (mode \(String(repeating: "0", count: 4 - digits.count))\(digits)); "
            + "run 'chmod 600 \(path)'"
    }
}
