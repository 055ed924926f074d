import Booking
import Cinema
import HTTPTypes
import Hummingbird
import NIOCore
import WebService

/// Which seats of a showtime are gone.
struct SeatRoutes {
    let showtimes: any ShowtimeSource
    let store: any BookingStore
    let seatsPerHold: Int
    private let rendered: RenderedSeats

    init(showtimes: any ShowtimeSource, store: any BookingStore, seatsPerHold: Int) {
        self.showtimes = showtimes
        self.store = store
        self.seatsPerHold = seatsPerHold
        rendered = RenderedSeats { [epoch = store.epoch] showtime, seats in
            let body = SeatsBody(
                showtime: showtime, epoch: epoch, version: seats.version, seatsPerHold: seatsPerHold, sold: seats.sold,
                held: seats.held)
            return ByteBuffer(bytes: try Answer(status: .ok, json: body).body)
        }
    }

    func add(to routes: inout RouteTable) {
        routes.on(.get, "/v1/showtimes/{id}/seats", use: seats)
    }

    @Sendable private func seats(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
        let offer = try await showtimes.offer(named: context.pathID)
        let seats = try await store.seats(of: offer.id)
        // Whatever the answer says is in its tag, or a browser would keep an answer of before.
        let tag = #""\#(store.epoch)-\#(seats.version)-\#(seatsPerHold)""#
        var response =
            matches(request.headers[.ifNoneMatch], tag)
            ? Response(status: .notModified, headers: [.cacheControl: "no-cache"])
            : Response(
                status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-cache"],
                body: ResponseBody(byteBuffer: try rendered.bytes(of: offer.id, seats)))
        response.headers[.eTag] = tag
        return response
    }

    private func matches(_ condition: String?, _ tag: String) -> Bool {
        guard let condition else { return false }
        return condition.split(separator: ",").contains { candidate in
            let candidate = candidate.trimmingPrefix { $0 == " " }.trimmingPrefix("W/")
            return candidate.prefix { $0 != " " } == tag || candidate == "*"
        }
    }
}
