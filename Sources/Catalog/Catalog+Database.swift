package import GRDB

// The rows themselves, for the module that writes them. Whoever only wants to know what is on reads it with a
// ``ProgrammeReader``, and needs to know of no table.
extension Catalog {
    /// Runs `body` in one transaction that sees one state of the catalog.
    package func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try Self.explaining(path, otherwise: CatalogError.unreadable) { try queue.read(body) }
    }

    package func read<Value: Sendable>(_ body: @Sendable @escaping (Database) throws -> Value) async throws -> Value {
        try await queue.read(body)
    }

    /// Runs `body` in one transaction: all of its changes are kept, or, if it throws, none.
    package func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try Self.explaining(path, otherwise: CatalogError.unwritable) { try queue.write(body) }
    }
}
