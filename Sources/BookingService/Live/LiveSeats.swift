package import Booking
import Cinema
package import LiveChannel
import Text

/// Lets clients watch the seats of a showtime.
struct LiveSeats: LiveSource {
    let showtimes: any ShowtimeSource
    let store: any BookingStore
    private let snapshots: RenderedSeats

    init(showtimes: any ShowtimeSource, store: any BookingStore, seatsPerHold: Int) {
        self.showtimes = showtimes
        self.store = store
        snapshots = RenderedSeats { [epoch = store.epoch] in
            LiveMessage(snapshot: $1, of: $0, in: epoch, seatsPerHold: seatsPerHold).frame
        }
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
        var json = JSONWriter()
        json.object { json in
            json.member("type", "change")
            json.member("version", version)
            json.member("sold", sold)
            json.member("held", held)
            json.member("released", released)
        }
        return json.text
    }
}

extension LiveMessage {
    /// The changes that follow are of the same epoch and under the same rule: a server has one store, and one policy, for as
    /// long as it runs.
    init(snapshot seats: SeatStates, of showtime: ShowtimeID, in epoch: String, seatsPerHold: Int) {
        var json = JSONWriter()
        json.object { json in
            json.member("type", "snapshot")
            json.member("version", seats.version)
            json.member("epoch", epoch)
            json.member("seatsPerHold", seatsPerHold)
            json.member("sold", seats.sold)
            json.member("held", seats.held)
        }
        self.init(of: Topic(of: showtime), version: seats.version, json.text)
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: StaticString, _ seats: [SeatName]) {
        member(name, seats) { json, seat in json.string(seat.text) }
    }
}
