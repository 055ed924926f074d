import Booking
import Cinema
import Foundation
import WebService

/// An order on paper: a ticket for each seat, none torn over two pages.
enum OrderPage {
    static func page(_ order: Order, _ ordered: OrderedShowing?) -> HTMLPage {
        let showing = ordered?.showing
        let tickets = order.tickets.map { ticket($0, showing) }.joined(separator: "\n")
        let count = order.tickets.count
        return HTMLPage(
            title: showing?.movie ?? "Tickets", style: style,
            body: """
                <main>
                <h1>\(HTMLPage.escaped(showing?.movie ?? "Your tickets"))</h1>
                <p>\(count == 1 ? "1 ticket" : "\(count) tickets"), \(HTMLPage.escaped("\(order.total)"))\
                \(notice(order.status))</p>
                \(order.status == .paid ? ordered.map(notice) ?? "" : "")
                \(tickets)
                </main>
                """)
    }

    private static func notice(_ status: Order.Status) -> String {
        switch status {
        case .paid: ""
        case .refunding: ". <strong>These tickets are void: their money is on its way back.</strong>"
        case .refunded: ". <strong>These tickets are void: they were refunded.</strong>"
        case .refundFailed: ". <strong>These tickets are void, and their refund has failed: ask the cinema.</strong>"
        }
    }

    private static func notice(_ ordered: OrderedShowing) -> String {
        switch ordered.status {
        case .scheduled: ""
        case .cancelled:
            "<p class=\"notice\"><strong>This showing is cancelled.</strong> Please ask the cinema for your money.</p>"
        case .withdrawn:
            """
            <p class="notice"><strong>This showing is not on the programme any more.</strong> Please ask the cinema \
            before you go.</p>
            """
        case .moved where ordered.showing.movie != ordered.soldAs.movie:
            """
            <p class="notice"><strong>Another film is shown.</strong> It is now \(film(ordered.showing)). When these tickets \
            were sold, it was \(film(ordered.soldAs)). Please ask the cinema before you go.</p>
            """
        case .moved:
            """
            <p class="notice"><strong>This showing was moved.</strong> It is now \(appointment(ordered.showing)). When \
            these tickets were sold, it was \(appointment(ordered.soldAs)).</p>
            """
        }
    }

    /// `Metropolis, on Saturday 21 November 2026, 20:30, Lumière, Salle 1`
    private static func film(_ showing: Showing) -> String {
        "\(HTMLPage.escaped(showing.movie)), \(appointment(showing))"
    }

    /// `on Saturday 21 November 2026, 20:30, Lumière, Salle 1`
    private static func appointment(_ showing: Showing) -> String {
        let when = TimeWords.onMoment(LocalTime(showing.startsAt, in: showing.timeZone))
        return HTMLPage.escaped(([when] + place(showing)).joined(separator: ", "))
    }

    private static func place(_ showing: Showing) -> [String] {
        [showing.theater, showing.auditorium].filter { !$0.isEmpty }
    }

    private static func ticket(_ ticket: Ticket, _ showing: Showing?) -> String {
        let isValid = ticket.status == .valid
        let seat = HTMLPage.escaped(ticket.seat.seat.text)
        let code =
            isValid
            ? #"<img src="..\#(TicketRoutes.png(ticket.id).dropFirst("/v1".count))" alt="QR code of the ticket for seat \#(seat)">"#
            : "<p><strong>Void</strong></p>"
        let type = showing?.ticketTypes[ticket.seat.ticketType] ?? ticket.seat.ticketType.text
        let facts = showing.map { showing in
            """
            <p class="when">\(when(showing))</p>
            <p>\(HTMLPage.escaped(place(showing).joined(separator: ", ")))</p>
            """
        }
        return """
            <section class="ticket">
            <div>
            <h2>Seat \(seat)</h2>
            \(facts ?? "")
            <p>\(HTMLPage.escaped(type)), \(HTMLPage.escaped("\(ticket.seat.price)"))</p>
            </div>
            \(code)
            </section>
            """
    }

    /// On the theater's clock: `Saturday 21 November 2026, 20:30`.
    private static func when(_ showing: Showing) -> String {
        TimeWords.moment(LocalTime(showing.startsAt, in: showing.timeZone))
    }

    private static let style = """
        body{font:1rem/1.5 system-ui,sans-serif;color:#111;background:#fff;color-scheme:light;margin:0}
        main{max-width:42rem;margin:0 auto;padding:1rem}
        h1{font-size:1.6rem;line-height:1.2;margin:0 0 .5rem}h2{font-size:1.3rem;margin:0}p{margin:.25rem 0}
        .notice{border:2px solid;border-radius:.5rem;padding:.5rem 1rem;margin:1rem 0}\
        .when::first-letter{text-transform:uppercase}
        .ticket{display:flex;flex-wrap:wrap;gap:1rem;justify-content:space-between;align-items:center;\
        border:1px solid #767676;border-radius:.5rem;padding:1rem;margin:1rem 0;break-inside:avoid}
        .ticket div{flex:1 1 12rem}.ticket img{width:15rem;height:15rem;image-rendering:pixelated}
        @page{margin:12mm}@media print{main{padding:0;max-width:none}}
        """
}
