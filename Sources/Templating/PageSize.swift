import Synchronization

/// How large the pages of a template have been: the next is given as much room from the start.
final class PageSize: Sendable {
    private let largest = Atomic<Int>(4096)

    var expected: Int { largest.load(ordering: .relaxed) }

    func record(_ size: Int) {
        // Most pages are smaller than the largest, and reading is cheaper than writing what others read.
        if size > expected { largest.max(size, ordering: .relaxed) }
    }
}
