import Booking
import HTTPTypes
import Hummingbird
import Payments

/// From a hold to an order.
struct PaymentRoutes {
    let checkout: Checkout
    let repeatable: RepeatableCalls
    let rateLimit: RateLimit
    let environment: BookingEnvironment

    func add(to routes: inout RouteTable) {
        routes.on(.post, "/v1/holds/{id}/payment", use: pay)
    }

    @Sendable private func pay(_ request: Request, _ context: BookingRequestContext) async throws -> Response {
        try rateLimit.admit(context.client, at: environment.now())
        let hold = try context.holdID
        let body = try await JSONBody.collect(request)
        let payment = try JSONBody.decode(PaymentBody.self, from: body, of: request)
        let buyer = try Buyer(name: payment.name, email: payment.email)
        let method = try payment.paymentMethod
        return try await repeatable.answer(request, body) { call in
            let result = try await checkout.pay(
                for: hold, by: buyer, with: method, answering: call.map { Answering($0, render: Self.answer) })
            return try Self.answer(result)
        }
    }

    @Sendable private static func answer(_ result: PaymentResult) throws -> Answer {
        switch result {
        case .paid(let order):
            return try Answer(
                status: .created, location: "/v1/orders/\(order.id.text)", json: PaidBody(order: OrderBody(order)))
        case .declined(let decline):
            var problem = Problem(.paymentDeclined, "nothing was paid; the seats stay held, try another card")
            problem.declineCode = decline.code
            return try problem.answer()
        }
    }
}
