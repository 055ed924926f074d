import SitePages
import Synchronization

/// Hands out jobs, each once, to whoever asks.
final class JobQueue: Sendable {
    private let jobs: [RenderJob]
    private let pages: Int
    private let progress: @Sendable (_ done: Int, _ total: Int) -> Void
    private let state = Mutex((next: 0, pages: 0))

    init(_ jobs: [RenderJob], _ progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void) {
        self.jobs = jobs
        self.progress = progress
        pages = jobs.reduce(0) { $0 + $1.pages }
    }

    /// - Returns: `nil` if there is none left.
    /// - Throws: `CancellationError` when another core has met an error.
    func next() throws -> RenderJob? {
        try Task.checkCancellation()
        let (job, done) = state.withLock { state -> (RenderJob?, Int) in
            guard state.next < jobs.count else { return (nil, state.pages) }
            let job = jobs[state.next]
            state.next += 1
            state.pages += job.pages
            return (job, state.pages)
        }
        progress(done, pages)
        return job
    }
}
