import Booking
import Catalog
import Cinema
import Files
import Foundation

/// One catalog file, open: its content through SQLite, its revision straight from its header.
final class OpenedCatalog: Sendable {
    /// The file that was opened; `nil` if it went away in that moment.
    let file: FileIdentity?
    private let catalog: Catalog
    private let descriptor: Int32

    init(path: String, patience: Duration = Catalog.patience) throws {
        // A pipe in its place would be waited for.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        file = FileIdentity(descriptor: descriptor)
        do {
            catalog = try Catalog(readingFrom: path, patience: patience)
        } catch {
            close(descriptor)
            throw error
        }
    }

    /// Closing any descriptor of a file ends all locks that the process has on it, also those of SQLite. So this one
    /// stays open for as long as someone may be reading.
    deinit {
        close(descriptor)
    }

    /// - Returns: `nil` if the file does not tell, so that nothing may be kept of it.
    var revision: CatalogRevision? { CatalogRevision(descriptor: descriptor) }

    /// - Returns: those of the showtimes that there are, by their ids, all of one moment.
    /// - Throws: ``CatalogError``, also if the file holds no catalog any more.
    func offers(
        _ ids: Set<ShowtimeID>, patience: Duration
    ) throws -> [ShowtimeID: Result<SeatsOnSale, any Error>] {
        let offers = try catalog.offers(showtimes: ids, patience: patience)
        return withExtendedLifetime(self) { offers.mapValues { $0.map(SeatsOnSale.init) } }
    }
}
