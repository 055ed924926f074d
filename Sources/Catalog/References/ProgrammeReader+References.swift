import GRDB

extension ProgrammeReader {
    /// - Throws: ``DanglingReferences``.
    package func requireReferences() throws {
        try requireReferences { try values($0.dangling(among: $0.named)) }
    }

    /// Looks at no more than what was changed since a moment at which no reference dangled.
    ///
    /// - Throws: ``DanglingReferences``.
    package func requireReferences(since moment: CatalogMoment) throws {
        try requireReferences { try values($0.dangling(among: $0.namedSinceMoment), [moment.sequence]) }
    }

    /// - Parameter dangling: the keys of missing rows that are named.
    private func requireReferences(_ dangling: (Reference) throws -> [DatabaseValue]) throws {
        let sentences = try Reference.all(in: database).flatMap { reference in
            try dangling(reference).map { try sentence(reference, $0) }
        }
        guard sentences.isEmpty else { throw DanglingReferences(sentences) }
    }

    private func values(_ sql: String, _ arguments: StatementArguments = []) throws -> [DatabaseValue] {
        try DatabaseValue.fetchAll(database.cachedStatement(sql: sql), arguments: arguments)
    }

    private func sentence(_ reference: Reference, _ missing: DatabaseValue) throws -> String {
        let (table, column) = (reference.table.name, reference.column)
        let key = try database.primaryKey(table).columns
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT \(key.joined(separator: ", ")), count(*) OVER () AS total FROM \(table) WHERE \(column) = ?
                ORDER BY \(key.joined(separator: ", "))
                """, arguments: [missing])
        let values = key.map { name in "\(name) \(row.map { quoted($0[name]) } ?? "")" }.joined(separator: ", ")
        let total: Int = row?["total"] ?? 1
        let names = total == 1 ? "names" : "and \(total - 1) more \(total == 2 ? "row" : "rows") name"
        let slug = try slug(of: reference.parent, missing).map { " ('\($0)')" } ?? ""
        return
            "the catalog's \(table) (\(values)) \(names) \(reference.parent) \(quoted(missing))\(slug) in \(column), "
            + "and there is no such row"
    }

    /// As the log has it of what was there once; the first version of the catalog had none.
    private func slug(of table: String, _ id: DatabaseValue) throws -> String? {
        guard try database.tableExists("change") else { return nil }
        return try String.fetchOne(
            database,
            sql: "SELECT slug FROM change WHERE subject = ? AND id = ? AND slug IS NOT NULL ORDER BY seq DESC",
            arguments: [table, id])
    }

    private func quoted(_ value: DatabaseValue) -> String {
        if case .string(let text) = value.storage { "'\(text)'" } else { value.description }
    }
}
