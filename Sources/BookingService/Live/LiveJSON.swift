import Cinema
import StrictJSON

/// The JSON of a message. It is written while all who commit wait, which `JSONEncoder` would make ten times as long.
struct LiveJSON {
    private var text: String

    init(type: String, version: Int) {
        text = #"{"type":"\#(type)","version":\#(version)"#
    }

    mutating func add(_ name: String, _ value: String) {
        text += #","\#(name)":"#
        text.appendQuoted(value)
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
