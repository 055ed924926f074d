import Synchronization

/// Counts what all clients have and what each has, so that none takes the places of others.
package final class ClientPlaces: Sendable {
    /// A place that is free again when nobody has this any more.
    package final class Place: Sendable {
        private let places: ClientPlaces
        private let client: IPAddress

        fileprivate init(_ places: ClientPlaces, _ client: IPAddress) {
            self.places = places
            self.client = client
        }

        deinit {
            places.leave(client)
        }
    }

    package enum Refusal: Error {
        /// The client has as many as one may have.
        case tooManyOfClient
        /// All clients together have.
        case full
    }

    private struct State {
        var total = 0
        var clients: [IPAddress: Int] = [:]
    }

    private let maximum: Int
    private let perClient: Int
    private let state = Mutex(State())

    /// - Parameter perClient: 0 is no limit.
    package init(maximum: Int = .max, perClient: Int) {
        self.maximum = maximum
        self.perClient = perClient == 0 ? .max : perClient
    }

    package func take(_ client: Client) throws(Refusal) -> Place {
        let address = client.address.counted
        let refusal: Refusal? = state.withLock { state in
            guard state.total < maximum else { return .full }
            guard !client.isLimited || state.clients[address, default: 0] < perClient else { return .tooManyOfClient }
            state.total += 1
            state.clients[address, default: 0] += 1
            return nil
        }
        if let refusal { throw refusal }
        return Place(self, address)
    }

    private func leave(_ client: IPAddress) {
        state.withLock { state in
            state.total -= 1
            state.clients[client, default: 0] -= 1
            if state.clients[client] == 0 { state.clients[client] = nil }
        }
    }
}
