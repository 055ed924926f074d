import Cinema
import GRDB

extension Row {
    /// A column by whose text a folder or a file of the site is called. Its letters are seen to by the table itself.
    ///
    /// - Parameter row: whose column that is.
    /// - Throws: ``CatalogContentError`` where SQL has made it too long for that.
    func pageName(_ index: Int, _ column: String = "slug", of row: @autoclosure () -> String) throws -> String {
        let name: String = self[index]
        do {
            try pageNameRule.checkLength(name)
        } catch {
            throw CatalogContentError(
                row: row(),
                reason: "its \(column) '\(name.prefix(24))…' \(error), as files are called by it; give it a shorter one"
            )
        }
        return name
    }
}
