import GRDB

/// In the sixth version of the catalog the log also tells of dates that somebody writes with SQL: feeds, calendars and sitemaps
/// show them, so a build has to follow them like any other change.
///
/// The trigger that dates changes writes to the same table. What it writes names the entry of the log that it comes from, which is
/// the latest then; whatever else is written to the table does not.
enum RevisionLogSchema {
    static func create(in database: Database) throws {
        try database.execute(sql: "ALTER TABLE revision ADD COLUMN entry INTEGER")
        try RevisionSchema.nameEntries(in: database)
        try database.execute(sql: triggers)
    }

    /// What stands behind the name of the thing in the log: `movie_revision`.
    static let suffix = "_revision"

    private static let latest = "(SELECT max(seq) FROM change)"

    /// Dates that go with what they belong to are shown nowhere any more.
    private static let isThingThere = """
        CASE OLD.subject
        \(RevisionSchema.Thing.allCases.map {
            "WHEN '\($0.rawValue)' THEN EXISTS (SELECT 1 FROM \($0.rawValue) WHERE id = OLD.id)"
        }.joined(separator: "\n"))
        ELSE 0 END
        """

    private static let triggers = """
        CREATE TRIGGER revision_inserted AFTER INSERT ON revision WHEN NEW.entry IS NOT \(latest) BEGIN
            \(log("NEW"));
        END;
        CREATE TRIGGER revision_deleted AFTER DELETE ON revision WHEN \(isThingThere) BEGIN
            \(log("OLD"));
        END;
        CREATE TRIGGER revision_updated AFTER UPDATE ON revision
        WHEN NEW.entry IS OLD.entry OR NEW.entry IS NOT \(latest) BEGIN
            \(log("OLD")) WHERE (OLD.subject, OLD.id) IS NOT (NEW.subject, NEW.id);
            \(log("NEW"));
        END;
        """

    private static func log(_ row: String) -> String {
        "INSERT INTO change (subject, id) SELECT \(row).subject || '\(suffix)', \(row).id"
    }
}
