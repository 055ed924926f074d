/// How many may watch, and how long one may be silent.
package struct LiveLimits: Sendable {
    /// Live sockets of one client address; 0 is no limit.
    package var socketsPerClient: Int
    /// Who watches is asked at random within it whether it is still there.
    package var pingInterval: ClosedRange<Duration> = .seconds(20) ... .seconds(30)

    package init(socketsPerClient: Int = 100) {
        self.socketsPerClient = socketsPerClient
    }

    /// Watchers may be many, and must not keep out all others.
    func maximumSockets(ofConnections maximum: Int) -> Int { maximum * 3 / 4 }
}
