import Foundation
import HTTPTypes
package import Hummingbird
import NIOCore

/// What a request carries with it through the handlers.
package struct ServiceRequestContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The other end of the connection.
    package let peer: IPAddress
    /// Who asks; until ``ClientAddressMiddleware`` has looked, the other end of the connection.
    package internal(set) var client: Client
    private let channel: any Channel

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
        peer = IPAddress(of: source.channel.remoteAddress)
        client = Client(address: peer, isLimited: true)
    }

    /// The `{id}` of the path as the client means it: any sign of a path may be percent-encoded.
    package var pathID: String { parameters.get("id")?.removingPercentEncoding ?? "" }

    /// Lets a client that waits for it (`Expect: 100-continue`) send the body of a request that is not refused by its head.
    package func askForBody(of request: Request) {
        guard request.headers.contains(.expect) else { return }
        channel.triggerUserOutboundEvent(BodyWanted(), promise: nil)
    }
}
