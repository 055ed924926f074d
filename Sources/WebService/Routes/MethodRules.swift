import HTTPTypes
import Hummingbird

/// What HTTP demands of methods and paths, whatever the routes do.
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
    ///
    /// It also takes no notice of empty parts of a path, so that `/metrics/` is `/metrics`: to a proxy that shall keep that from
    /// strangers it is another path. There is nothing at the root, so what is answered to that is right for all of them.
    private func known(_ request: Request) -> Request {
        var head = request.head
        if !RouteTable.methods.contains(request.method) { head.method = .trace }
        if request.uri.path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).contains("") {
            head.path = "/"
        }
        return Request(head: head, body: request.body)
    }
}
