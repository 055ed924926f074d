import Catalog
import Foundation
import SitePages

/// Renders the work of a build, on one core or on all.
struct SiteRenderer: Sendable {
    let work: BuildWork
    let publicFolder: PublicFolder
    let settings: SiteSettings
    let target: RenderTarget

    /// On one core, in the transaction that the work was decided in.
    func render(_ reader: ProgrammeReader) throws -> RenderReport {
        let sink = try sink(for: 0)
        try copyPublicFiles(to: sink)
        for job in work.jobs { try job.render(reader, sink) }
        return sink.report
    }

    /// On all cores.
    ///
    /// - Parameter copy: of the catalog, in the state that the work was decided in.
    func render(
        from copy: String, _ progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
    ) async throws -> RenderReport {
        let queue = JobQueue(work.jobs, progress)
        return try await withThrowingTaskGroup(of: RenderReport.self) { group in
            for worker in 0..<ProcessInfo.processInfo.activeProcessorCount {
                group.addTask {
                    let sink = try sink(for: worker)
                    if worker == 0 { try copyPublicFiles(to: sink) }
                    try Catalog(readingFrom: copy).read(at: settings.now) { reader in
                        while let job = try queue.next() { try job.render(reader, sink) }
                    }
                    return sink.report
                }
            }
            return try await group.reduce(RenderReport()) { $0 + $1 }
        }
    }

    private func sink(for worker: Int) throws -> any BuildSink {
        let sink = try target.sink(for: worker, isEverything: work.plan.isEverything)
        return settings.isCompressed ? try CompressedFiles(beside: sink) : sink
    }

    private func copyPublicFiles(to sink: any BuildSink) throws {
        let plan = work.plan
        for file in publicFolder.files where plan.isEverything || plan.publicFiles.contains(file.path) {
            try sink.write(publicFolder.bytes(of: file), to: file.path)
        }
        for path in plan.departedPublicFiles { try sink.remove(path) }
    }
}
