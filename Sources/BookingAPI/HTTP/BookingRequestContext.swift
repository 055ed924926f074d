import Hummingbird
import NIOCore

/// What a request carries with it through the handlers.
struct BookingRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The other end of the connection.
    let peer: IPAddress
    /// Who asks; until ``ClientAddressMiddleware`` has looked, the other end of the connection.
    var client: Client

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = IPAddress(of: source.channel.remoteAddress)
        client = Client(address: peer, isLimited: true)
    }
}
