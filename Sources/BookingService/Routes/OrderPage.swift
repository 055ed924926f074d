import Booking
import Cinema
import Foundation
import Text
import WebService
import Words

/// An order on paper: a ticket for each seat, none torn over two pages.
struct OrderPage {
    let words: BookingWords

    func page(_ order: Order, _ ordered: OrderedShowing?) -> HTMLPage {
        let showing = ordered?.showing
        let tickets = order.tickets.map { ticket($0, showing) }.joined(separator: "\n")
        let count = order.tickets.count
        return HTMLPage(
            language: words.language, title: showing?.movie ?? words.order.title, style: Self.style,
            body: """
                <main>
                <h1>\(HTMLEscaping.escape(showing?.movie ?? words.order.heading))</h1>
                <p>\(words.order.lead(count, HTMLEscaping.escape("\(order.total)")))\(notice(order.status))</p>
                \(order.status == .paid ? ordered.map(notice) ?? "" : "")
                \(tickets)
                </main>
                """)
    }

    private func notice(_ status: Order.Status) -> String {
        switch status {
        case .paid: ""
        case .refunding: ". <strong>\(words.order.refunding)</strong>"
        case .refunded: ". <strong>\(words.order.refunded)</strong>"
        case .refundFailed: ". <strong>\(words.order.refundFailed)</strong>"
        }
    }

    private func notice(_ ordered: OrderedShowing) -> String {
        func strong(_ news: String) -> String { "<strong>\(news)</strong>" }
        let said = words.order
        let sentences: String? =
            switch ordered.status {
            case .scheduled: nil
            case .cancelled: said.cancelled(strong(said.cancelledNews))
            case .withdrawn: said.withdrawn(strong(said.withdrawnNews))
            case .moved where ordered.showing.movie != ordered.soldAs.movie:
                said.otherFilm(strong(said.otherFilmNews), film(ordered.showing), film(ordered.soldAs))
            case .moved:
                said.moved(strong(said.movedNews), appointment(ordered.showing), appointment(ordered.soldAs))
            }
        return sentences.map { "<p class=\"notice\">\($0)</p>" } ?? ""
    }

    /// `Metropolis, on Saturday 21 November 2026, 20:30, Lumière, Salle 1`
    private func film(_ showing: Showing) -> String {
        "\(HTMLEscaping.escape(showing.movie)), \(appointment(showing))"
    }

    /// `on Saturday 21 November 2026, 20:30, Lumière, Salle 1`
    private func appointment(_ showing: Showing) -> String {
        let when = words.time.onMoment(LocalTime(showing.startsAt, in: showing.timeZone))
        return HTMLEscaping.escape(([when] + place(showing)).joined(separator: ", "))
    }

    private func place(_ showing: Showing) -> [String] {
        [showing.theater, showing.auditorium].filter { !$0.isEmpty }
    }

    private func ticket(_ ticket: Ticket, _ showing: Showing?) -> String {
        let isValid = ticket.status == .valid
        let seat = HTMLEscaping.escape(ticket.seat.seat.text)
        let code =
            isValid
            ? #"<img src="..\#(TicketRoutes.png(ticket.id).dropFirst("/v1".count))" alt="\#(words.order.code(seat))">"#
            : "<p><strong>\(words.order.void)</strong></p>"
        let type = showing?.ticketTypes[ticket.seat.ticketType] ?? ticket.seat.ticketType.text
        let facts = showing.map { showing in
            """
            <p class="when">\(when(showing))</p>
            <p>\(HTMLEscaping.escape(place(showing).joined(separator: ", ")))</p>
            """
        }
        return """
            <section class="ticket">
            <div>
            <h2>\(words.order.seat(seat))</h2>
            \(facts ?? "")
            <p>\(HTMLEscaping.escape(type)), \(HTMLEscaping.escape("\(ticket.seat.price)"))</p>
            </div>
            \(code)
            </section>
            """
    }

    /// On the theater's clock: `Saturday 21 November 2026, 20:30`.
    private func when(_ showing: Showing) -> String {
        words.time.moment(LocalTime(showing.startsAt, in: showing.timeZone))
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
