package import Booking
import Catalog
package import Cinema
import Files
import Foundation
package import Logging
import Synchronization

/// The catalog at a path, also when another file takes its place there, or one that is no catalog.
///
/// Offers are kept in memory for as long as the file is the same and says that nothing was committed to it. That is
/// asked of the file each time, so a change is seen by the very next request. All else is read on a queue of its own, for
/// all who wait at that moment together: a catalog that is locked, or lies on a disk that does not answer, keeps nobody
/// waiting but them, and them only once.
///
/// When it cannot be read, sales go on from the last state that could, as far as that is known.
package final class CurrentCatalog: ShowtimeSource {
    private typealias Offers = [ShowtimeID: Result<SeatsOnSale, any Error>]

    private struct State {
        var opened: OpenedCatalog
        /// Of the offers in memory.
        var revision: CatalogRevision?
        var offers: OfferCache
        var waiting: [Request] = []
        var isReading = false
        var fault: CatalogFault?
    }

    /// Somebody who waits for an offer, or, without an id, to hear whether the catalog can be read.
    private struct Request {
        let showtime: ShowtimeID?
        let answer: CheckedContinuation<SeatsOnSale?, any Error>

        func offer(in offers: Offers) -> Result<SeatsOnSale?, any Error> {
            showtime.flatMap { offers[$0] }.map { $0.map(Optional.some) } ?? .success(nil)
        }
    }

    /// How long a catalog is waited for that somebody has locked; once that was in vain, only shortly.
    package struct Patience: Sendable {
        var first: Duration
        var further: Duration

        package init(first: Duration = .seconds(5), further: Duration = .milliseconds(500)) {
            self.first = first
            self.further = further
        }
    }

    private let path: String
    private let patience: Patience
    private let logger: Logger
    private let queue = DispatchQueue(label: "catalog")
    private let state: Mutex<State>

    /// - Parameter maximumSeats: how many seats the offers in memory may have between them.
    /// - Throws: ``CatalogError``.
    package init(
        path: String, maximumSeats: Int = 1_000_000, patience: Patience = Patience(),
        logger: Logger = Logger(label: "booking-api")
    ) throws {
        self.path = path
        self.patience = patience
        self.logger = logger
        state = Mutex(
            State(opened: try OpenedCatalog(path: path), revision: nil, offers: OfferCache(maximumSeats: maximumSeats)))
    }

    /// - Throws: ``CatalogFault`` if the catalog cannot be read, and this offer is not known from before.
    package func offer(showtime id: ShowtimeID) async throws -> SeatsOnSale? {
        if let kept = kept(id) { return kept }
        return try await ask(for: id)
    }

    package func requireReadable() async throws {
        _ = try await ask(for: nil)
        if let fault = state.withLock({ $0.fault }) { throw fault }
    }

    /// How many seats the offers in memory have between them.
    package var keptSeats: Int { state.withLock { $0.offers.seatCount } }

    /// What is in memory, if the file is still the one that it was read from.
    private func kept(_ id: ShowtimeID) -> SeatsOnSale? {
        let file = FileIdentity(path: path)
        return state.withLock { state in
            guard file == state.opened.file, let revision = state.revision, revision == state.opened.revision else {
                return nil
            }
            return state.offers[id]
        }
    }

    private func ask(for showtime: ShowtimeID?) async throws -> SeatsOnSale? {
        try await withCheckedThrowingContinuation { answer in
            let isFirst = state.withLock { state in
                state.waiting.append(Request(showtime: showtime, answer: answer))
                defer { state.isReading = true }
                return !state.isReading
            }
            if isFirst { queue.async { self.answerAll() } }
        }
    }

    // MARK: On the queue

    private func answerAll() {
        while let requests = takeRequests() {
            do {
                let offers = try read(Set(requests.compactMap(\.showtime)))
                note(nil)
                for request in requests { request.answer.resume(with: request.offer(in: offers)) }
            } catch {
                let fault = CatalogFault(path: path, reason: "\(error)")
                note(fault)
                // Who came meanwhile would have waited for the same.
                for request in requests + takeWaiting() { answer(request, fault) }
            }
        }
    }

    /// - Returns: `nil` if nobody waits: whoever comes next begins anew.
    private func takeRequests() -> [Request]? {
        state.withLock { state in
            state.isReading = !state.waiting.isEmpty
            defer { state.waiting = [] }
            return state.isReading ? state.waiting : nil
        }
    }

    private func takeWaiting() -> [Request] {
        state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
    }

    /// Reads these offers from the file that is at the path now.
    private func read(_ ids: Set<ShowtimeID>) throws -> Offers {
        var (opened, hasFailed) = state.withLock { ($0.opened, $0.fault != nil) }
        let patience = hasFailed ? self.patience.further : self.patience.first
        let file = FileIdentity(path: path)
        if file == nil || file != opened.file || hasFailed {
            opened = try reopened(patience)
        }
        let revision = opened.revision
        let offers: Offers
        do {
            offers = try opened.offers(ids, patience: patience)
        } catch CatalogError.locked(let path) {
            throw CatalogError.locked(path: path)
        } catch {
            // Something else was written into the same file.
            opened = try reopened(patience)
            offers = try opened.offers(ids, patience: patience)
        }
        keep(offers, of: revision, opened)
        return offers
    }

    /// - Throws: ``CatalogError``; the one that was open stays so.
    private func reopened(_ patience: Duration) throws -> OpenedCatalog {
        let opened = try OpenedCatalog(path: path, patience: patience)
        state.withLock { state in
            state.opened = opened
            state.revision = nil
            state.offers.removeAll()
        }
        return opened
    }

    /// Keeps what was read, unless the catalog moved on meanwhile: then nobody knows which revision was read.
    private func keep(_ offers: Offers, of revision: CatalogRevision?, _ opened: OpenedCatalog) {
        let isKnown = revision != nil && revision == opened.revision
        state.withLock { state in
            if !isKnown || state.revision != revision { state.offers.removeAll() }
            state.revision = isKnown ? revision : nil
            guard isKnown else { return }
            for case .success(let offer) in offers.values { state.offers.insert(offer) }
        }
    }

    /// From the last state that could be read.
    private func answer(_ request: Request, _ fault: CatalogFault) {
        guard let showtime = request.showtime else {
            request.answer.resume(returning: nil)
            return
        }
        let (kept, opened) = state.withLock { ($0.offers[showtime], $0.opened) }
        if let kept {
            request.answer.resume(returning: kept)
        } else if FileIdentity(path: path) != opened.file, let all = try? opened.offers([showtime], patience: .zero) {
            // The file that was there is still open, though another has its place.
            request.answer.resume(with: request.offer(in: all))
        } else {
            request.answer.resume(throwing: fault)
        }
    }

    /// Says in the log when the catalog becomes unreadable, for another reason too, and when it is well again.
    private func note(_ fault: CatalogFault?) {
        let former = state.withLock { state in
            defer { state.fault = fault }
            return state.fault
        }
        guard former != fault else { return }
        if let fault {
            logger.error(
                "the catalog cannot be read; what is known of the last one is sold on",
                metadata: ["file": "\(fault.path)", "reason": "\(fault.reason)"])
        } else {
            logger.notice("the catalog can be read again", metadata: ["file": "\(path)"])
        }
    }
}

/// Why the catalog cannot be read at this moment.
package struct CatalogFault: Error, Hashable, Sendable {
    package let path: String
    /// One sentence that names the file.
    package let reason: String
}
