import GRDB

/// A column by which the rows of one table name those of another, as the schema declares it.
struct Reference {
    let table: LoggedTable
    let column: String
    let parent: String
    /// What the column has of the row that it names.
    let parentKey: String

    /// All that there are: whichever table is given a foreign key has it checked.
    static func all(in database: Database) throws -> [Reference] {
        try ChangeLogSchema.tables.flatMap { table in
            try database.foreignKeys(on: table.name).flatMap { key in
                key.mapping.map {
                    Reference(
                        table: table, column: $0.origin, parent: key.destinationTable, parentKey: $0.destination)
                }
            }
        }
    }

    /// What rows are named, as a query.
    var named: String { "SELECT DISTINCT \(column) FROM \(table.name)" }

    /// What rows may be missing since the moment that is the query's argument: those that a changed row names, and those that
    /// were changed themselves, for they may have been removed.
    var namedSinceMoment: String {
        let isChanged = table.columns.map { "\(table.name).\($0.table) = change.\($0.log)" }
        let byChangedRows = """
            SELECT \(table.name).\(column) FROM change CROSS JOIN \(table.name) ON \(isChanged.joined(separator: " AND "))
            WHERE change.seq > ?1 AND change.subject = '\(table.subject)'
            """
        guard let parent = ChangeLogSchema.tables.first(where: { $0.name == parent }),
            let id = parent.columns.first(where: { $0.table == parentKey })?.log
        else { return byChangedRows }
        return "\(byChangedRows) UNION SELECT \(id) FROM change WHERE seq > ?1 AND subject = '\(parent.subject)'"
    }

    /// Those of a query's rows that are missing and named nonetheless.
    func dangling(among named: String) -> String {
        """
        WITH named (id) AS (\(named))
        SELECT id FROM named
        WHERE id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \(parent) WHERE \(parent).\(parentKey) = named.id)
          AND EXISTS (SELECT 1 FROM \(table.name) WHERE \(table.name).\(column) = named.id)
        """
    }
}
