import Catalog
import Synchronization

/// What the pages of all showtimes of a theater say of it, made once.
final class TheaterParts: Sendable {
    /// For the titles of pages.
    let fullName: String
    /// The place of an event, in the words of schema.org: JSON.
    let place: [UInt8]

    init(_ theater: Theater, _ url: SiteURL) {
        fullName = Site.fullName(theater)
        var json = JSONWriter()
        json.place(theater, url)
        place = json.bytes
    }
}

final class TheaterPartsCache: Sendable {
    private let parts: Mutex<[Int64: TheaterParts]> = Mutex([:])

    subscript(theater: Theater, url: SiteURL) -> TheaterParts {
        parts.withLock { parts in
            if let known = parts[theater.id] { return known }
            let made = TheaterParts(theater, url)
            parts[theater.id] = made
            return made
        }
    }
}
