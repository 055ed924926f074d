package import Files

/// The file that keeps the keys: the one that signs is the first.
package struct TicketKeyFile: Sendable {
    private let file: KeyFile

    package static let purpose = KeyPurpose(
        name: "ticket key", option: "--ticket-key", loss: "tickets that are sold cannot be shown again")

    package init(path: String) {
        file = KeyFile(path, for: Self.purpose)
    }

    /// Reads the keys; creates one where there is no file yet.
    ///
    /// - Throws: ``KeyFileError``.
    package func readOrCreate() throws -> TicketKeyring {
        try TicketKeyring(file.readOrCreate(with: TicketKey().bytes))
    }

    /// - Throws: ``KeyFileError``.
    package func read() throws -> TicketKeyring { try TicketKeyring(file.read()) }

    /// Whether others than its owner may read or change the file: who has the key can make tickets.
    package var exposure: ExposedFile? { file.exposure }

    /// Adds a new key that signs from now on, in one step.
    ///
    /// - Throws: ``KeyFileError``.
    package func rotate() throws -> TicketKeyring { try TicketKeyring(file.prepend(TicketKey().bytes)) }
}
