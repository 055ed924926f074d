import Booking
import Cinema
import Words

/// What an order says of its showing: as it is now, and as it was sold if that was somewhere or some time else.
struct OrderedShowingBody: Codable {
    struct TicketType: Codable {
        let code: String
        let name: String
    }

    /// What, where and when tickets were for.
    struct Appointment: Codable {
        let movie: String
        let theater: String
        let auditorium: String
        /// RFC 3339 with the theater's offset.
        let startsAt: String
        /// Day and time in words, on the theater's clock.
        let when: String

        init(_ showing: Showing, _ words: TimeWords) {
            movie = showing.movie
            theater = showing.theater
            auditorium = showing.auditorium
            let starts = LocalTime(showing.startsAt, in: showing.timeZone)
            startsAt = starts.rfc3339
            when = words.moment(starts)
        }
    }

    let status: String
    let movie: String
    let theater: String
    let auditorium: String
    let startsAt: String
    let endsAt: String
    let when: String
    let ticketTypes: [TicketType]
    let soldAs: Appointment?

    init(_ ordered: OrderedShowing, _ words: TimeWords) {
        let showing = ordered.showing
        let now = Appointment(showing, words)
        status = ordered.status.rawValue
        movie = now.movie
        theater = now.theater
        auditorium = now.auditorium
        startsAt = now.startsAt
        endsAt = LocalTime(showing.endsAt, in: showing.timeZone).rfc3339
        when = now.when
        ticketTypes = showing.ticketTypes.map { TicketType(code: $0.key.text, name: $0.value) }
            .sorted { $0.code < $1.code }
        soldAs = ordered.status == .moved ? Appointment(ordered.soldAs, words) : nil
    }
}
