import GRDB

extension Catalog {
    /// The sources of all movies and theaters: the demo, a document, somebody's table, …
    package func sources() throws -> Set<String> {
        try read { try String.fetchSet($0, sql: "SELECT source FROM movie UNION SELECT source FROM theater") }
    }
}
