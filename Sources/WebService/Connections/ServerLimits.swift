/// How much the server takes on, and how long it waits for others.
package struct ServerLimits: Sendable {
    /// From the first byte of a request to the end of its headers; a new connection has as long for that byte.
    package var headTimeout: Duration = .seconds(10)
    /// From the end of the headers to the end of the body.
    package var bodyTimeout: Duration = .seconds(20)
    /// From when a byte waits to be taken until it was.
    package var answerTimeout: Duration = .seconds(30)
    /// Without a request.
    package var idleTimeout: Duration = .seconds(60)
    /// From the signal to stop to the end of the last connection.
    package var shutdownTimeout: Duration = .seconds(8)
    /// Path and headers together.
    package var maximumHeaderBytes = 32 * 1024
    package var maximumHeaders = 100
    /// Beyond it, those that are idle longest are closed for new ones.
    package var maximumConnections: Int
    /// Beyond it, requests are answered with 503.
    package var maximumRequests: Int
    /// Connections of one client address; 0 is no limit.
    package var connectionsPerClient: Int

    package init(
        maximumConnections: Int = 20_000, maximumRequests: Int = 2048, connectionsPerClient: Int = 200
    ) {
        self.maximumConnections = maximumConnections
        self.maximumRequests = maximumRequests
        self.connectionsPerClient = connectionsPerClient
    }
}
