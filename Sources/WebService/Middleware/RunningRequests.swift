import Synchronization

/// Counts the requests that are being answered.
final class RunningRequests: Sendable {
    private let number = Atomic(0)

    var count: Int { number.load(ordering: .relaxed) }

    /// - Returns: how many there are now.
    func begin() -> Int { number.add(1, ordering: .relaxed).newValue }

    func end() { number.subtract(1, ordering: .relaxed) }
}
