import Booking
import Foundation
import HTTPTypes
import Hummingbird
import Idempotency
import WebService

/// Keeping seats for a while.
struct HoldRoutes {
    let showtimes: any ShowtimeSource
    let store: any BookingStore
    let repeatable: RepeatableCalls
    let rateLimit: RateLimit
    let clients: ClientDigests
    let metrics: BookingMetrics
    let policy: BookingPolicy
    let environment: BookingEnvironment

    func add(to routes: inout RouteTable) {
        routes.on(.post, "/v1/holds", use: create)
        routes.on(.get, "/v1/holds/{id}", use: show)
        routes.on(.delete, "/v1/holds/{id}", use: release)
        routes.on(.post, "/v1/holds/{id}/extend", use: extend)
    }

    @Sendable private func create(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
        try rateLimit.admit(context.client.address, at: environment.now())
        let body = try await JSONBody.collect(request, context)
        let wanted = try JSONBody.decode(NewHoldBody.self, from: body)
        let language = try wanted.pageLanguage
        return try await repeatable.answer(
            request, body,
            replay: { (id: String, kept) in Self.created(try await store.hold(HoldID(stored: id), in: kept)) }
        ) { answering in
            let offer = try await showtimes.offer(named: wanted.showtime)
            let quote = try Quote(
                wanted.seats.map { SeatRequest(seat: $0.seat, ticketType: $0.ticketType) }, of: offer,
                at: environment.now(), policy: policy)
            let customer = Customer(client: clients.digest(of: context.client), language: language)
            return Self.created(try await place(quote, for: customer, answering: answering?.map(\.text)))
        }
    }

    private func place(
        _ quote: Quote, for customer: Customer, answering: Answering<HoldID>?
    ) async throws -> Hold {
        do {
            let hold = try await store.place(quote, for: customer, answering: answering)
            metrics.countHold("placed")
            return hold
        } catch let refusal as BookingError {
            if case .seatsUnavailable = refusal { metrics.countHold("conflict") }
            throw refusal
        }
    }

    @Sendable private func show(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
        Response(Self.shown(try await store.hold(context.holdID)))
    }

    @Sendable private func extend(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
        let id = try context.holdID
        return try await repeatable.answer(
            request, try await JSONBody.collectAny(request, context),
            replay: { (id: String, kept) in Self.shown(try await store.hold(HoldID(stored: id), in: kept)) }
        ) { answering in
            try await showtimes.listing(of: try await store.hold(id).showtime).requirePayable(at: environment.now())
            return Self.shown(try await store.extend(id, answering: answering?.map(\.text)))
        }
    }

    @Sendable private func release(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
        try await store.release(context.holdID)
        return Response(status: .noContent)
    }

    private static func created(_ hold: Hold) -> Answer {
        Answer(
            status: .created, location: "/v1/holds/\(hold.id.text)", body: Data(hold.body))
    }

    private static func shown(_ hold: Hold) -> Answer {
        Answer(status: .ok, body: Data(hold.body))
    }
}
