import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import PaymentSimulator
import Payments
import WebService

/// The page on which the simulated bank asks buyers who they are (3-D Secure).
struct ChallengeRoutes {
    private static let maximumBody = 1024

    let bank: SimulatedProvider
    let words: BookingWords

    func add(to routes: inout RouteTable) {
        routes.on(.get, SimulatedProvider.challengePath + "{id}", use: ask)
        routes.on(.post, SimulatedProvider.challengePath + "{id}", use: answer)
    }

    @Sendable private func ask(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
        guard let challenge = try await bank.challenge(context.pathID) else { throw Self.unknown }
        return Response(ChallengePage.page(challenge, words))
    }

    @Sendable private func answer(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
        var request = request
        context.askForBody(of: request)
        let body = try await request.collectBody(upTo: Self.maximumBody)
        let outcome = String(buffer: body).trimmingPrefix("outcome=")
        guard let answer = Challenge.Answer(rawValue: String(outcome)) else {
            throw Problem(.invalidRequest, "outcome: use complete, fail or cancel")
        }
        guard let challenge = try await bank.challenge(context.pathID, answer: answer) else { throw Self.unknown }
        guard let returnURL = challenge.returnURL else { return Response(ChallengePage.page(challenge, words)) }
        return Response(status: .seeOther, headers: [.location: returnURL, .cacheControl: "no-store"])
    }

    private static var unknown: Problem { Problem(.unknownPayment, "the bank has no question of this name") }
}
