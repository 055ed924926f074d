package import Files

/// The file that keeps the keys of orders: the one that seals is the first.
package struct OrderKeyFile: Sendable {
    private let file: KeyFile

    package static let purpose = KeyPurpose(
        name: "order key", option: "--order-key", loss: "tickets that are sold cannot be sent again")

    package init(path: String) {
        file = KeyFile(path, for: Self.purpose)
    }

    package var isThere: Bool { FileStamp(at: file.path) != nil }

    /// Makes the folder of the file for its owner alone. Where that cannot be, whoever writes the file says why.
    package func makeFolder() { file.makeFolder() }

    /// Reads the keys; creates one where there is no file yet.
    ///
    /// - Throws: ``KeyFileError``.
    package func readOrCreate() throws -> OrderKeyring {
        OrderKeyring(try file.readOrCreate(with: OrderKeyring.newKey()))
    }

    /// - Throws: ``KeyFileError``.
    package func read() throws -> OrderKeyring { OrderKeyring(try file.read()) }

    /// Whether others than its owner may read or change the file: who has it and the store has the tickets.
    package var exposure: ExposedFile? { file.exposure }

    /// Adds a new key that seals from now on, in one step.
    ///
    /// - Throws: ``KeyFileError``.
    package func rotate() throws -> OrderKeyring { OrderKeyring(try file.prepend(OrderKeyring.newKey())) }
}
