import HTTPTypes
import Hummingbird

/// What HTTP demands of methods, whatever the routes do.
struct MethodRules<Routes: HTTPResponder>: HTTPResponder {
    let routes: Routes

    @concurrent
    func respond(to request: Request, context: Routes.Context) async throws -> Response {
        let response = try await routes.respond(to: known(request), context: context)
        // A body here, also that of a problem, would be read as the answer to the next request.
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// A router finds no route for a method that nobody has heard of, and would say that there is nothing at the path. No
    /// call knows TRACE either, so what is answered to that is right for all of them: 405 with `Allow`.
    private func known(_ request: Request) -> Request {
        guard !RouteTable.methods.contains(request.method) else { return request }
        var head = request.head
        head.method = .trace
        return Request(head: head, body: request.body)
    }
}
