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

    private let state = Mutex(Totals())

    package init() {}

    package var totals: Totals { state.withLock { $0 } }

    func countCommit(writes: Int) {
        state.withLock { totals in
            totals.commits += 1
            totals.writes += writes
        }
    }
}
