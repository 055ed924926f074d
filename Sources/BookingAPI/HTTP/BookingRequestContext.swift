import Hummingbird
import NIOCore

/// What a request carries with it through the handlers.
struct BookingRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who asks; until ``ClientAddressMiddleware`` has looked, the other end of the connection.
    var client: Client

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        client = Client(address: IPAddress(of: source.channel.remoteAddress), isLimited: true)
    }
}
