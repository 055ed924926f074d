package import HTTPTypes
package import Hummingbird

package typealias Handler = @Sendable (Request, ServiceRequestContext) async throws -> Response

/// The calls of a service: each path with the methods it knows. Any other method is answered by a problem that says so.
package struct RouteTable {
    static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace, .connect]

    private var handlers: [(path: String, method: HTTPRequest.Method, handler: Handler)] = []

    package init() {}

    package mutating func on(_ method: HTTPRequest.Method, _ path: String, use handler: @escaping Handler) {
        handlers.append((path, method, handler))
    }

    /// Each path, with its methods in the order in which they were added.
    var paths: [(path: String, methods: [HTTPRequest.Method])] {
        var paths: [(path: String, methods: [HTTPRequest.Method])] = []
        for (path, method, _) in handlers {
            if let index = paths.firstIndex(where: { $0.path == path }) {
                paths[index].methods.append(method)
            } else {
                paths.append((path, [method]))
            }
        }
        return paths
    }

    func add(to router: Router<ServiceRequestContext>) {
        for (path, method, handler) in handlers {
            router.on(RouterPath(path), method: method) { try await handler($0, $1) }
        }
        for (path, methods) in paths {
            var known = methods
            if methods.contains(.get) { known.append(.head) }
            let allow = known.map(\.rawValue).joined(separator: ", ")
            for method in Self.methods where !known.contains(method) {
                router.on(RouterPath(path), method: method) { _, _ -> Response in
                    var problem = Problem(.methodNotAllowed, "use \(allow)")
                    problem.headers[.allow] = allow
                    throw problem
                }
            }
        }
    }
}
