import Booking
import BookingSQLite
import Checkout
import Foundation
import HTTPTypes
import Logging
import Testing
import Words

@testable import BookingService
@testable import WebService

@Suite("openapi.yaml")
struct DocumentationTests {
    @Test("it has every call that the server knows, and no other")
    func calls() throws {
        let parts = try TestParts()
        let store = try parts.store()
        let checkout = Checkout(
            store: store, provider: try parts.payments(), environment: parts.environment, logger: Logger(label: "test"))
        let bookingParts = BookingParts(
            showtimes: parts, store: store, payments: try parts.payments(), simulatedBank: try parts.payments(),
            ticketKeys: parts.ticketKeys, words: try BookingWords(.house()))
        let routes = BookingRoutes(
            parts: bookingParts, configuration: BookingConfiguration(),
            server: WebServer(WebConfiguration(), logger: Logger(label: "test")), checkout: checkout,
            metrics: BookingMetrics(in: MetricsRegistry(), commits: parts.commits))
        let known = routes.table.paths.flatMap { path in path.methods.map { "\($0.rawValue) \(path.path)" } }
        #expect(known.sorted() == Documentation.shared.calls.keys.sorted())
    }

    @Test("it has every problem code, and no other")
    func codes() {
        let codes: [any ProblemCode] = GeneralProblem.allCases + BookingProblem.allCases
        #expect(Documentation.shared.problemCodes.sorted() == codes.map(\.rawValue).sorted())
    }

    @Test("an answer that it does not have is noticed")
    func notices() {
        let documentation = Documentation.shared
        #expect(documentation.flaw(of: 418, "application/json", to: "GET", "/v1/orders/x") != nil)
        #expect(documentation.flaw(of: 200, "text/html", to: "GET", "/v1/orders/x") != nil)
        #expect(documentation.flaw(of: 200, "application/json", to: "GET", "/v1/orders/x") == nil)
        #expect(documentation.flaw(of: 200, "text/html", to: "GET", "/v1/orders/x.html") == nil)
        #expect(documentation.flaw(of: 200, "image/png", to: "GET", "/v1/tickets/x.png?scale=3") == nil)
    }
}
