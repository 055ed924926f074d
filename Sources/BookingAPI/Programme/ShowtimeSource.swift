import Catalog
package import Cinema
import Foundation
import Synchronization

/// What is on sale.
package protocol ShowtimeSource: Sendable {
    /// - Returns: `nil` if there is no such showtime.
    func offer(showtime id: String) async throws -> ShowtimeOffer?
}

/// The catalog at a path, also when another file takes its place there.
package final class CurrentCatalog: ShowtimeSource {
    private struct Opened: Sendable {
        let catalog: Catalog
        let file: FileIdentity?
    }

    private let path: String
    private let opened: Mutex<Opened>

    /// - Throws: ``CatalogError``.
    package init(path: String) throws {
        self.path = path
        opened = Mutex(Opened(catalog: try Catalog(readingFrom: path), file: FileIdentity(path: path)))
    }

    package func offer(showtime id: String) async throws -> ShowtimeOffer? {
        try await current().offer(showtime: id)
    }

    private func current() throws -> Catalog {
        let file = FileIdentity(path: path)
        return try opened.withLock { opened in
            if let file, file != opened.file {
                opened = Opened(catalog: try Catalog(readingFrom: path), file: file)
            }
            return opened.catalog
        }
    }
}

/// Which file lies at a path.
private struct FileIdentity: Hashable, Sendable {
    private let device: Int
    private let number: Int

    /// - Returns: `nil` if there is none.
    init?(path: String) {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let device = attributes[.systemNumber] as? Int, let number = attributes[.systemFileNumber] as? Int
        else { return nil }
        self.device = device
        self.number = number
    }
}
