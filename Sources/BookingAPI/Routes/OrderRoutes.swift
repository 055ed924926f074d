import Booking
import Hummingbird

/// What was bought.
struct OrderRoutes {
    let store: any BookingStore

    func add(to routes: inout RouteTable) {
        routes.on(.get, "/v1/orders/{id}") { _, context in
            Response(try Answer(status: .ok, json: OrderBody(try await store.order(context.orderID))))
        }
    }
}
