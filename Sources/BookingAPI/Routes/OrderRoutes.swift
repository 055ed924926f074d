import Booking
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What was bought: for programs, for calendars, for the printer.
struct OrderRoutes {
    let showtimes: any ShowtimeSource
    let store: any BookingStore

    func add(to routes: inout RouteTable) {
        routes.on(.get, "/v1/orders/{id}") { _, context in
            Response(try Answer(status: .ok, json: OrderBody(try await store.order(context.orderID))))
        }
        routes.on(.get, "/v1/orders/{id}.ics", use: calendar)
        routes.on(.get, "/v1/orders/{id}.html", use: page)
    }

    @Sendable private func calendar(_ request: Request, _ context: BookingRequestContext) async throws -> Response {
        let order = try await store.order(context.orderID)
        guard let showing = try await showing(of: order) else { throw BookingError.unknownShowtime }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/calendar; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: #"attachment; filename="tickets.ics""#,
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: OrderCalendar.file(order, showing))))
    }

    @Sendable private func page(_ request: Request, _ context: BookingRequestContext) async throws -> Response {
        let order = try await store.order(context.orderID)
        return Response(OrderPage.page(order, try await showing(of: order)))
    }

    /// As the catalog has it now; what has left the catalog, as it was when it was sold.
    private func showing(of order: Order) async throws -> Showing? {
        do {
            if let offer = try await showtimes.offer(showtime: order.showtime) { return offer.showing }
        } catch is CatalogFault {
            // Whoever has bought gets the tickets, whatever has become of the catalog.
        }
        return try await store.showing(order.showtime)
    }
}
