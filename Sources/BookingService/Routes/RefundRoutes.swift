import Booking
import Checkout
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Idempotency
import WebService

/// What the cinema's manager does to an order; whoever has the key is the manager.
struct RefundRoutes {
    let store: any BookingStore
    let checkout: Checkout
    let repeatable: RepeatableCalls
    /// `nil`: nobody may.
    let managerKey: String?

    func add(to routes: inout RouteTable) {
        routes.on(.post, "/v1/orders/{id}/refund", use: refund)
    }

    @Sendable private func refund(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
        try requireManager(request)
        let order = try context.orderID
        return try await repeatable.answer(
            request, try await JSONBody.collectAny(request, context),
            replay: { (id: String, kept) in try Self.shown(try await store.order(OrderID(stored: id), in: kept)) }
        ) { answering in
            try Self.shown(try await checkout.refund(order, answering: answering?.map(\.text)))
        }
    }

    private static func shown(_ order: Order) throws -> Answer {
        try Answer(status: .ok, json: OrderBody(order))
    }

    private func requireManager(_ request: Request) throws {
        guard let managerKey else {
            throw Problem(.refundsOff, "start the server with a manager key to make refunds")
        }
        let given = request.headers[.authorization]?.split(separator: " ", maxSplits: 1) ?? []
        guard given.count == 2, given[0].asciiLowercased == "bearer", Self.areEqual(String(given[1]), managerKey) else {
            var problem = Problem(.unauthorized, "send the manager key as 'Authorization: Bearer KEY'")
            problem.headers[.wwwAuthenticate] = "Bearer"
            throw problem
        }
    }

    /// In a time that tells nothing of where they differ.
    private static func areEqual(_ given: String, _ key: String) -> Bool {
        let secret = SymmetricKey(size: .bits256)
        let code = HMAC<SHA256>.authenticationCode(for: Data(key.utf8), using: secret)
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Data(given.utf8), using: secret)
    }
}
