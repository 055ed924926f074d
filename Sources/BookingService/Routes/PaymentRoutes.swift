import Booking
import Checkout
import Foundation
import HTTPTypes
import Hummingbird
import Idempotency
import Payments
import WebOrigin
import WebService

/// From a hold to an order.
struct PaymentRoutes {
    let checkout: Checkout
    let repeatable: RepeatableCalls
    let publicAddress: PublicAddress
    /// Whose pages buyers may come back to from their bank.
    let allowedOrigins: AllowedOrigins
    let rateLimit: RateLimit
    let environment: BookingEnvironment

    private static let longestReturnURL = 2000

    func add(to routes: inout RouteTable) {
        routes.on(.post, "/v1/holds/{id}/payment", use: pay)
        routes.on(.get, "/v1/holds/{id}/payment", use: show)
    }

    @Sendable private func pay(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
        try rateLimit.admit(context.client.address, at: environment.now())
        let hold = try context.holdID
        let body = try await JSONBody.collect(request, context)
        let payment = try JSONBody.decode(PaymentBody.self, from: body)
        let purchase = Purchase(of: hold, by: try Buyer(name: payment.name, email: payment.email))
        let method = try payment.paymentMethod
        let returnURL = try payment.returnUrl.map(allowed)
        return try await repeatable.answer(
            request, body,
            replay: { facts, kept in try answer(try await checkout.progress(facts, in: kept), request, context) }
        ) { answering in
            try answer(
                try await checkout.pay(for: purchase, with: method, returnURL: returnURL, answering: answering),
                request, context)
        }
    }

    @Sendable private func show(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
        guard let progress = try await checkout.progress(of: context.holdID) else {
            return Response(status: .noContent, headers: [.cacheControl: "no-store"])
        }
        return Response(try Answer(status: .ok, json: status(progress, request, context)))
    }

    private func answer(
        _ progress: PaymentProgress, _ request: Request, _ context: ServiceRequestContext
    ) throws -> Answer {
        switch progress {
        case .paid(let order):
            return try Answer(
                status: .created, location: "/v1/orders/\(order.id.text)", json: PaidBody(order: OrderBody(order)))
        case .declined(let decline):
            var problem = Problem(.paymentDeclined, "nothing was paid; the seats stay held, try another card")
            problem.members["declineCode"] = decline.code
            return try problem.answer()
        case .challenge, .processing, .canceled:
            return try Answer(status: .accepted, json: status(progress, request, context))
        }
    }

    /// A bank's page that is a path is one of this server, by whatever host it was asked.
    private func status(
        _ progress: PaymentProgress, _ request: Request, _ context: ServiceRequestContext
    ) -> PaymentStatusBody {
        switch progress {
        case .paid(let order): PaymentStatusBody(status: "succeeded", order: OrderBody(order))
        case .declined(let decline): PaymentStatusBody(status: "declined", declineCode: decline.code)
        case .challenge(let url):
            PaymentStatusBody(
                status: "requires_action",
                nextAction: .init(url: publicAddress.link(url, in: request, from: context.peer)))
        case .processing: PaymentStatusBody(status: "processing")
        case .canceled: PaymentStatusBody(status: "canceled")
        }
    }

    /// An address that anyone could choose would lead buyers from the bank's page to a thief's.
    private func allowed(_ url: String) throws -> String {
        let address: WebAddress
        do {
            address = try WebAddress(url)
        } catch {
            throw BookingError.invalidRequest("returnUrl: give an absolute URL: \(error)")
        }
        guard address.text.utf8.count <= Self.longestReturnURL else {
            throw BookingError.invalidRequest(
                "returnUrl: give one of at most \(Self.longestReturnURL) characters, percent-encoded")
        }
        guard allowedOrigins.contains(address.origin) else {
            throw BookingError.invalidRequest("returnUrl: \(address.origin) is not one of the sites that sell here")
        }
        return address.text
    }
}
