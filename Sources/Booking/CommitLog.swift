import Synchronization

/// Counts what a store has made durable since it was opened.
package final class CommitLog: Sendable {
    package struct Totals: Hashable, Sendable {
        /// Transactions that were committed; each waits for the disk once.
        package var commits: Int
        /// What they had effects of, for one caller each.
        package var writes: Int
        package init(commits: Int = 0, writes: Int = 0) {
            self.commits = commits
            self.writes = writes
        }
    }

    package static let groupBounds = [1, 2, 4, 8, 16, 32, 64, 128]

    private let state = Mutex(Totals())
    private let groupCounts = Mutex([Int](repeating: 0, count: groupBounds.count + 1))
    private let waitingWrites = Atomic(0)

    package init() {}

    package var totals: Totals { state.withLock { $0 } }

    /// How many commits had how many writes: more than the bound before, and no more than their own; the last has none.
    package var groups: [Int] { groupCounts.withLock { $0 } }

    /// Writes that are in no transaction yet.
    package var waiting: Int { waitingWrites.load(ordering: .relaxed) }

    package func countWaiting(_ change: Int) {
        waitingWrites.add(change, ordering: .relaxed)
    }

    package func countCommit(writes: Int) {
        state.withLock { totals in
            totals.commits += 1
            totals.writes += writes
        }
        let group = Self.groupBounds.firstIndex { writes <= $0 } ?? Self.groupBounds.count
        groupCounts.withLock { $0[group] += 1 }
    }
}
