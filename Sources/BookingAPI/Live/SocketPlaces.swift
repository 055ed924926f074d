import Synchronization

/// Counts the sockets of all clients and of each, so that none takes the places of others.
final class SocketPlaces: Sendable {
    /// A place for a socket, which is free again when nobody has this any more.
    final class Place: Sendable {
        private let places: SocketPlaces
        private let client: IPAddress

        fileprivate init(_ places: SocketPlaces, _ client: IPAddress) {
            self.places = places
            self.client = client
        }

        deinit {
            places.leave(client)
        }
    }

    private struct State {
        var total = 0
        var clients: [IPAddress: Int] = [:]
    }

    private let maximum: Int
    private let perClient: Int
    private let state = Mutex(State())

    /// - Parameter perClient: 0 is no limit.
    init(maximum: Int, perClient: Int) {
        self.maximum = maximum
        self.perClient = perClient == 0 ? .max : perClient
    }

    func take(_ client: Client) throws(SocketRefusal) -> Place {
        let address = client.address.counted
        let refusal: SocketRefusal? = state.withLock { state in
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

enum SocketRefusal: Error {
    /// The client has as many as one may have.
    case tooManyOfClient
    /// The server has.
    case full
}
