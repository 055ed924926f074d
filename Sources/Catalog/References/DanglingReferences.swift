/// Rows that name rows which are not there. SQLite lets SQL make them unless it is told not to, and a site would be full of
/// links to nothing.
package struct DanglingReferences: Error, Hashable, CustomStringConvertible {
    private let sentences: [String]

    private static let shown = 20

    init(_ sentences: [String]) {
        self.sentences = sentences
    }

    package var description: String {
        let rest = sentences.count > Self.shown ? ["… and \(sentences.count - Self.shown) more missing rows"] : []
        let advice =
            "put back the rows that are missing, or change or delete those that name them; begin SQL with "
            + "'PRAGMA foreign_keys = ON', and it makes no such rows"
        return (sentences.prefix(Self.shown) + rest + [advice]).joined(separator: "\n")
    }
}
