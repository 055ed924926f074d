package import Booking
import Cinema
package import LiveChannel

/// Lets clients watch the seats of a showtime.
struct LiveSeats: LiveSource {
    let showtimes: any ShowtimeSource
    let store: any BookingStore
    private let snapshots: RenderedSeats

    init(showtimes: any ShowtimeSource, store: any BookingStore) {
        self.showtimes = showtimes
        self.store = store
        snapshots = RenderedSeats { [epoch = store.epoch] in LiveMessage(snapshot: $1, of: $0, in: epoch).frame }
    }

    var route: String { "/v1/showtimes/{id}/live" }
    var insteadOfWatching: String { "ask for the seats instead" }

    func topic(named text: String) async throws -> Topic {
        Topic(of: try await showtimes.offer(named: text).id)
    }

    func snapshot(of topic: Topic) async throws -> LiveMessage {
        let showtime = topic.showtime
        let seats = try await store.seats(of: showtime)
        return LiveMessage(of: topic, version: seats.version, frame: try snapshots.bytes(of: showtime, seats))
    }
}

extension Topic {
    init(of showtime: ShowtimeID) {
        self.init(showtime.text)
    }

    var showtime: ShowtimeID { ShowtimeID(stored: name) }
}

extension SeatChange: LiveChange {
    package var topic: Topic { Topic(of: showtime) }

    package var text: String {
        var json = LiveJSON(type: "change", version: version)
        json.add("sold", sold)
        json.add("held", held)
        json.add("released", released)
        return json.end()
    }
}

extension LiveMessage {
    /// The changes that follow are of the same epoch: a server has one store for as long as it runs.
    init(snapshot seats: SeatStates, of showtime: ShowtimeID, in epoch: String) {
        var json = LiveJSON(type: "snapshot", version: seats.version)
        json.add("epoch", epoch)
        json.add("sold", seats.sold)
        json.add("held", seats.held)
        self.init(of: Topic(of: showtime), version: seats.version, json.end())
    }
}
