import GRDB
import Text

/// Gives out slugs. One that was ever given stays with the thing it was given to, also after that is deleted.
final class SlugRegistry {
    enum Kind: String {
        case movie, theater, genre, person
    }

    /// Folders of the site that stand beside those named by slugs, and names that no folder can have on Windows. A slug
    /// that was given before stays.
    private static let reserved = Slug.devices.union(["page"])

    private struct Owner: Hashable {
        let kind: Kind
        let source: String
        let key: String
    }

    private let database: Database
    private var slugs: [Owner: String] = [:]
    private var taken: [Kind: Set<String>] = [:]

    init(_ database: Database) throws {
        self.database = database
        for row in try Row.fetchAll(database, sql: "SELECT kind, source, source_key, slug FROM slug") {
            guard let kind = Kind(rawValue: row[0]) else { continue }
            slugs[Owner(kind: kind, source: row[1], key: row[2])] = row[3]
            taken[kind, default: Self.reserved].insert(row[3])
        }
    }

    /// The slug of a thing: the one it has, or the first of `wishes` that is free, or the last wish with a number.
    ///
    /// - Parameter wishes: slugs, or empty where nothing could be spelt.
    func slug(_ kind: Kind, source: String, key: String, wishes: [String]) throws -> String {
        let owner = Owner(kind: kind, source: source, key: key)
        if let slug = slugs[owner] { return slug }
        let slug = firstFree(kind, wishes.filter { !$0.isEmpty })
        try database.cachedStatement(
            sql: "INSERT INTO slug (kind, slug, source, source_key) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [kind.rawValue, slug, source, key])
        slugs[owner] = slug
        taken[kind, default: Self.reserved].insert(slug)
        return slug
    }

    private func firstFree(_ kind: Kind, _ wishes: [String]) -> String {
        let taken = taken[kind] ?? Self.reserved
        if let free = wishes.first(where: { !taken.contains($0) }) { return free }
        let base = wishes.last ?? kind.rawValue
        if wishes.isEmpty, !taken.contains(base) { return base }
        var number = 2
        while taken.contains("\(base)-\(number)") { number += 1 }
        return "\(base)-\(number)"
    }
}
