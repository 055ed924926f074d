/// What a ticket says at the door.
package struct TicketContent: Hashable, Sendable {
    /// The ticket's id.
    package let ticket: String
    package let showtime: String
    package let seat: String
    package let ticketType: String

    package init(ticket: String, showtime: String, seat: String, ticketType: String) {
        self.ticket = ticket
        self.showtime = showtime
        self.seat = seat
        self.ticketType = ticketType
    }

    /// Each text with its length in one byte before it.
    ///
    /// - Throws: ``TicketCodeError/tooLong`` if a text has more than 255 bytes.
    var bytes: [UInt8] {
        get throws {
            var bytes: [UInt8] = []
            for text in [ticket, showtime, seat, ticketType] {
                guard let length = UInt8(exactly: text.utf8.count) else { throw TicketCodeError.tooLong }
                bytes.append(length)
                bytes.append(contentsOf: text.utf8)
            }
            return bytes
        }
    }

    /// - Returns: `nil` unless `bytes` are four texts and nothing else.
    init?(bytes: ArraySlice<UInt8>) {
        var rest = bytes
        var texts: [String] = []
        while let length = rest.popFirst().map(Int.init) {
            guard rest.count >= length, let text = String(validating: rest.prefix(length), as: UTF8.self) else {
                return nil
            }
            texts.append(text)
            rest = rest.dropFirst(length)
        }
        guard texts.count == 4 else { return nil }
        self.init(ticket: texts[0], showtime: texts[1], seat: texts[2], ticketType: texts[3])
    }
}
