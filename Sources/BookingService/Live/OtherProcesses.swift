import Booking
import LiveChannel
import Logging
import ServiceLifecycle

/// Sees what other processes change in the store, so that whoever watches here is told of it within a second.
struct OtherProcesses: Service {
    private static let interval = Duration.milliseconds(400)
    /// What this process itself has just written is told in this time.
    private static let ownDelay = Duration.milliseconds(20)

    let store: any BookingStore
    let hub: LiveHub
    let logger: Logger

    func run() async throws {
        await every(Self.interval) {
            do {
                try await look()
            } catch {
                logger.error("changes by other processes cannot be seen now", metadata: ["reason": "\(error)"])
            }
        }
    }

    private func look() async throws {
        let told = hub.watchedVersions
        guard !told.isEmpty else { return }
        let versions = try await store.versions(of: told.keys.map(\.showtime))
        let missed = versions.filter { showtime, version in told[Topic(of: showtime)].map { $0 < version } ?? false }
        guard !missed.isEmpty else { return }
        try await Task.sleep(for: Self.ownDelay)
        hub.catchUp(Dictionary(uniqueKeysWithValues: missed.map { (Topic(of: $0.key), $0.value) }))
    }
}
