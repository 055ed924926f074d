import Booking
import Cinema
import NIOCore

/// What watchers of a showtime are told, as the bytes of one WebSocket frame, which all of them share.
struct LiveMessage: Sendable {
    let showtime: ShowtimeID
    let version: Int
    let frame: ByteBuffer

    init(_ change: SeatChange) {
        showtime = change.showtime
        version = change.version
        var json = LiveJSON(type: "change", version: change.version)
        json.add("sold", change.sold)
        json.add("held", change.held)
        json.add("released", change.released)
        frame = ServerFrame.text(json.end())
    }

    init(snapshot seats: SeatStates, of showtime: ShowtimeID) {
        self.showtime = showtime
        version = seats.version
        var json = LiveJSON(type: "snapshot", version: seats.version)
        json.add("sold", seats.sold)
        json.add("held", seats.held)
        frame = ServerFrame.text(json.end())
    }
}

/// The JSON of a message. It is written while all who commit wait, which `JSONEncoder` would make ten times as long.
private struct LiveJSON {
    private var text: String

    init(type: String, version: Int) {
        text = #"{"type":"\#(type)","version":\#(version)"#
    }

    mutating func add(_ name: String, _ seats: [SeatName]) {
        text += #","\#(name)":["#
        for (index, seat) in seats.enumerated() {
            if index > 0 { text += "," }
            text.appendQuoted(seat.text)
        }
        text += "]"
    }

    func end() -> String { text + "}" }
}
