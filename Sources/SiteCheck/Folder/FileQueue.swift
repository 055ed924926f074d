import Synchronization

/// Hands out the numbers of all files, each once and in their order, to whoever asks.
final class FileQueue: Sendable {
    private let count: Int
    private let next = Atomic(0)

    /// So many at a time.
    private static let portion = 64

    init(count: Int) {
        self.count = count
    }

    /// - Returns: `nil` if there are none left.
    func take() -> Range<Int>? {
        let first = next.add(Self.portion, ordering: .relaxed).oldValue
        return first < count ? first..<min(first + Self.portion, count) : nil
    }
}
