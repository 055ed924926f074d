import GRDB

/// Finds the one thing that a name in a document means, or says why it means none.
struct NameSearch {
    let database: Database
    let log: ProblemLog

    /// So many are told of those that have one name.
    private static let listed = 6

    /// - Parameters:
    ///   - ways: statements that give ids, each with a text that tells the thing from others of that name. The first way
    ///     that finds anything decides.
    ///   - several: what is wrong if it finds more than one.
    ///   - none: what is wrong if no way finds anything.
    func id(
        of name: Located, _ ways: [(sql: String, arguments: StatementArguments)], several: @autoclosure () -> String,
        none: @autoclosure () -> String
    ) throws -> Int64? {
        for way in ways {
            let rows = try Row.fetchAll(
                database.cachedStatement(sql: "\(way.sql) ORDER BY id LIMIT \(Self.listed)"), arguments: way.arguments)
            if rows.count == 1 { return rows[0][0] }
            if rows.isEmpty { continue }
            let choice = rows.map { $0[1] as String }.joined(separator: ", ")
            log.note("\(several()): \(choice)\(rows.count == Self.listed ? ", …" : "")", at: name.position)
            return nil
        }
        log.note(none(), at: name.position)
        return nil
    }
}
