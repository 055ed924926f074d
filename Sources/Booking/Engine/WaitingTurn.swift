import Synchronization

/// A write from the time at which it comes to that at which it is in a transaction, or will never be in one.
final class WaitingTurn: Sendable {
    private let commits: CommitLog
    private let isOver = Atomic(false)

    init(in commits: CommitLog) {
        self.commits = commits
        commits.countWaiting(1)
    }

    deinit { come() }

    func come() {
        if !isOver.exchange(true, ordering: .relaxed) { commits.countWaiting(-1) }
    }
}
