import Booking
import Cinema
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import WebService

/// What was bought: for programs, for calendars, for the printer.
struct OrderRoutes {
    let showtimes: any ShowtimeSource
    let store: any BookingStore
    let words: BookingWords

    func add(to routes: inout RouteTable) {
        routes.on(.get, "/v1/orders/{id}") { _, context in
            let order = try await store.order(context.orderID)
            return Response(try Answer(status: .ok, json: try await body(of: order)))
        }
        routes.on(.get, "/v1/orders/{id}.ics", use: calendar)
        routes.on(.get, "/v1/orders/{id}.html", use: page)
    }

    @Sendable private func calendar(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
        let order = try await store.order(context.orderID)
        guard let showing = try await showing(of: order) else { throw BookingError.unknownShowtime }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/calendar; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: #"attachment; filename="tickets.ics""#,
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: OrderCalendar.file(order, showing, words))))
    }

    @Sendable private func page(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
        let order = try await store.order(context.orderID)
        return Response(OrderPage(words: words).page(order, try await showing(of: order)))
    }

    private func body(of order: Order) async throws -> OrderBody {
        OrderBody(order, try await showing(of: order).map { OrderedShowingBody($0, words.time) })
    }

    /// As the catalog has it now, beside what was sold.
    private func showing(of order: Order) async throws -> OrderedShowing? {
        try await store.showing(of: order.id, listing: try await showtimes.listing(of: order.showtime))
    }
}
