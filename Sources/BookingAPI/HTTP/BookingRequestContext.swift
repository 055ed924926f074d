import Hummingbird
import NIOCore

/// What a request carries with it through the handlers.
struct BookingRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address at the other end of the connection, or, where that is a trusted proxy, for whom it asks.
    var client: IPAddress

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        client = IPAddress(of: source.channel.remoteAddress)
    }
}
