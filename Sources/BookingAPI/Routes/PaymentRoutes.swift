import Booking
import Foundation
import HTTPTypes
import Hummingbird
import Payments

/// From a hold to an order.
struct PaymentRoutes {
    let checkout: Checkout
    let repeatable: RepeatableCalls
    /// Whose pages buyers may come back to from their bank.
    let allowedOrigins: Set<String>
    let rateLimit: RateLimit
    let environment: BookingEnvironment

    func add(to routes: inout RouteTable) {
        routes.on(.post, "/v1/holds/{id}/payment", use: pay)
        routes.on(.get, "/v1/holds/{id}/payment", use: show)
    }

    @Sendable private func pay(_ request: Request, _ context: BookingRequestContext) async throws -> Response {
        try rateLimit.admit(context.client.address, at: environment.now())
        let hold = try context.holdID
        let body = try await JSONBody.collect(request)
        let payment = try JSONBody.decode(PaymentBody.self, from: body, of: request)
        let purchase = Purchase(of: hold, by: try Buyer(name: payment.name, email: payment.email))
        let method = try payment.paymentMethod
        let returnURL = try payment.returnUrl.map(allowed)
        let root = request.root
        return try await repeatable.answer(request, body) { call in
            let answer: @Sendable (PaymentProgress) throws -> Answer = { try Self.answer($0, root) }
            return try answer(
                try await checkout.pay(
                    for: purchase, with: method, returnURL: returnURL, answering: call?.answering(answer)))
        }
    }

    @Sendable private func show(_ request: Request, _ context: BookingRequestContext) async throws -> Response {
        Response(
            try Answer(status: .ok, json: Self.status(try await checkout.progress(of: context.holdID), request.root)))
    }

    private static func answer(_ progress: PaymentProgress, _ root: String) throws -> Answer {
        switch progress {
        case .paid(let order):
            return try Answer(
                status: .created, location: "/v1/orders/\(order.id.text)", json: PaidBody(order: OrderBody(order)))
        case .declined(let decline):
            var problem = Problem(.paymentDeclined, "nothing was paid; the seats stay held, try another card")
            problem.declineCode = decline.code
            return try problem.answer()
        case .challenge, .processing, .canceled:
            return try Answer(status: .accepted, json: status(progress, root))
        }
    }

    private static func status(_ progress: PaymentProgress, _ root: String) -> PaymentStatusBody {
        switch progress {
        case .paid(let order): PaymentStatusBody(status: "succeeded", order: OrderBody(order))
        case .declined(let decline): PaymentStatusBody(status: "declined", declineCode: decline.code)
        case .challenge(let url):
            PaymentStatusBody(
                status: "requires_action", nextAction: .init(url: url.hasPrefix("/") ? root + url : url))
        case .processing: PaymentStatusBody(status: "processing")
        case .canceled: PaymentStatusBody(status: "canceled")
        }
    }

    /// An address that anyone could choose would lead buyers from the bank's page to a thief's.
    private func allowed(_ url: String) throws -> String {
        guard let origin = URLComponents(string: url)?.origin else {
            throw BookingError.invalidRequest("returnUrl: give an absolute URL")
        }
        guard allowedOrigins.contains(origin) else {
            throw BookingError.invalidRequest("returnUrl: \(origin) is not one of the sites that sell here")
        }
        return url
    }
}

extension Request {
    /// Scheme and host by which the client knows this server.
    var root: String {
        guard let authority = head.authority, !authority.isEmpty else { return "" }
        let scheme = headers[.forwardedProto] == "https" ? "https" : "http"
        return "\(scheme)://\(authority)"
    }
}

extension HTTPField.Name {
    static let forwardedProto = HTTPField.Name("X-Forwarded-Proto")!
}
