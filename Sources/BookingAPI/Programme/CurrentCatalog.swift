package import Booking
import Catalog
package import Cinema
import Synchronization

/// The catalog at a path, also when another file takes its place there.
///
/// Offers are kept in memory for as long as the file is the same and says that nothing was committed to it. That is
/// asked of the file each time, so a change is seen by the very next request.
package final class CurrentCatalog: ShowtimeSource {
    private struct State {
        var opened: OpenedCatalog
        var revision: CatalogRevision?
        var offers: OfferCache
    }

    private let path: String
    private let state: Mutex<State>

    /// - Parameter maximumSeats: how many seats the offers in memory may have between them.
    /// - Throws: ``CatalogError``.
    package init(path: String, maximumSeats: Int = 1_000_000) throws {
        self.path = path
        state = Mutex(
            State(opened: try OpenedCatalog(path: path), revision: nil, offers: OfferCache(maximumSeats: maximumSeats)))
    }

    package func offer(showtime id: ShowtimeID) async throws -> SeatsOnSale? {
        let (opened, revision, kept) = try look(for: id)
        if let kept { return kept }
        guard let offer = try await opened.offer(showtime: id) else { return nil }
        keep(offer, of: revision, opened)
        return offer
    }

    /// How many seats the offers in memory have between them.
    package var keptSeats: Int { state.withLock { $0.offers.seatCount } }

    private func look(for id: ShowtimeID) throws -> (OpenedCatalog, CatalogRevision?, SeatsOnSale?) {
        let file = FileIdentity(path: path)
        return try state.withLock { state in
            if let file, file != state.opened.file {
                state.opened = try OpenedCatalog(path: path)
                state.revision = nil
            }
            let revision = state.opened.revision
            if revision == nil || revision != state.revision {
                state.offers.removeAll()
                state.revision = revision
            }
            return (state.opened, revision, state.offers[id])
        }
    }

    /// Keeps what was read, unless the catalog moved on meanwhile: then nobody knows which revision was read.
    private func keep(_ offer: SeatsOnSale, of revision: CatalogRevision?, _ opened: OpenedCatalog) {
        guard let revision, revision == opened.revision else { return }
        state.withLock { state in
            guard state.opened === opened, state.revision == revision else { return }
            state.offers.insert(offer)
        }
    }
}
