import HTTPTypes
import Hummingbird
import NIOCore

/// What a request carries with it through the handlers.
struct BookingRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The other end of the connection.
    let peer: IPAddress
    /// Who asks; until ``ClientAddressMiddleware`` has looked, the other end of the connection.
    var client: Client
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
        peer = IPAddress(of: source.channel.remoteAddress)
        client = Client(address: peer, isLimited: true)
    }

    /// Lets a client that waits for it (`Expect: 100-continue`) send the body of a request that is not refused by its head.
    func askForBody(of request: Request) {
        guard request.headers.contains(.expect) else { return }
        channel.triggerUserOutboundEvent(BodyWanted(), promise: nil)
    }
}
