import Catalog
import Files
import Foundation
import SitePages

/// Renders what a plan asks for, from one state of the catalog.
struct SiteRenderer: Sendable {
    let inputs: SiteInputs
    private let catalog: Catalog
    private let settings: SiteSettings
    private let progress: @Sendable (_ done: Int, _ total: Int) -> Void

    /// What was rendered, and the state of the catalog that it shows.
    struct Rendering {
        let moment: CatalogMoment
        let validUntil: Date
        let site: Site
        let plan: BuildPlan
        let report: RenderReport
    }

    private struct Work {
        let moment: CatalogMoment
        let validUntil: Date
        let site: Site
        let plan: BuildPlan
        let jobs: [RenderJob]
    }

    /// Says what to render, in a transaction that sees what will be rendered.
    typealias Planner = (ProgrammeReader, Site) throws -> BuildPlan

    /// Work for one core that is over at once: not worth a copy of the catalog.
    private static let fewJobs = 12

    init(_ builder: SiteBuilder, _ sources: BuildSources) {
        catalog = sources.catalog
        inputs = sources.inputs
        settings = builder.settings
        progress = builder.progress
    }

    /// - Parameters:
    ///   - copy: where a copy of the catalog may be, while much is rendered: whoever writes to the catalog need not
    ///     wait until that is done.
    ///   - makeSink: makes one for each core.
    func render(
        copyingTo copy: String, _ planner: Planner,
        to makeSink: @escaping @Sendable (_ worker: Int, BuildPlan) throws -> any BuildSink
    ) async throws -> Rendering {
        if let rendering = try renderAtOnce(planner, makeSink) { return rendering }
        try catalog.copy(to: copy)
        defer { try? FileManager.default.removeItem(atPath: copy) }
        let work = try prepare(copy, planner)
        let queue = JobQueue(work.jobs, progress)
        let report = try await withThrowingTaskGroup(of: RenderReport.self) { group in
            for worker in 0..<ProcessInfo.processInfo.activeProcessorCount {
                group.addTask {
                    let sink = try sink(makeSink(worker, work.plan))
                    if worker == 0 { try copyPublicFiles(work.plan, to: sink) }
                    try render(queue, from: copy, to: sink)
                    return sink.report
                }
            }
            return try await group.reduce(RenderReport()) { $0 + $1 }
        }
        return Rendering(
            moment: work.moment, validUntil: work.validUntil, site: work.site, plan: work.plan, report: report)
    }

    /// - Returns: `nil` if there is more to do than one core does at once.
    private func renderAtOnce(
        _ planner: Planner, _ makeSink: (_ worker: Int, BuildPlan) throws -> any BuildSink
    ) throws -> Rendering? {
        try catalog.read(at: settings.now) { reader in
            let (site, plan) = try decide(reader, planner)
            guard !plan.isEverything else { return nil }
            let work = try prepare(reader, site, plan)
            guard work.jobs.count <= Self.fewJobs, !work.jobs.contains(where: \.isLong) else { return nil }
            let sink = try sink(makeSink(0, work.plan))
            try copyPublicFiles(work.plan, to: sink)
            for job in work.jobs { try job.render(reader, sink) }
            return Rendering(
                moment: work.moment, validUntil: work.validUntil, site: work.site, plan: work.plan, report: sink.report)
        }
    }

    private func sink(_ sink: any BuildSink) throws -> any BuildSink {
        settings.isCompressed ? try CompressedFiles(beside: sink) : sink
    }

    private func render(_ queue: JobQueue, from copy: String, to sink: any BuildSink) throws {
        try Catalog(readingFrom: copy).read(at: settings.now) { reader in
            while let job = try queue.next() { try job.render(reader, sink) }
        }
    }

    private func prepare(_ copy: String, _ planner: Planner) throws -> Work {
        try Catalog(readingFrom: copy).read(at: settings.now) { reader in
            let (site, plan) = try decide(reader, planner)
            return try prepare(reader, site, plan)
        }
    }

    private func decide(_ reader: ProgrammeReader, _ planner: Planner) throws -> (Site, BuildPlan) {
        let site = try Site(reader, settings, inputs.publicFolder.publicFiles)
        return (site, try planner(reader, site))
    }

    /// Finds the films' pictures, which may take long.
    private func prepare(_ reader: ProgrammeReader, _ decided: Site, _ plan: BuildPlan) throws -> Work {
        var site = decided
        site.posters =
            plan.selection.pages(of: .posters).isEmpty
            ? inputs.posters.remembered : try inputs.posters.posters(of: reader.posters())
        let chapters = inputs.chapters(of: site)
        return Work(
            moment: try reader.moment(), validUntil: try reader.nextChange(), site: site, plan: plan,
            jobs: try chapters.jobs(for: plan.selection, reader))
    }

    private func copyPublicFiles(_ plan: BuildPlan, to sink: any BuildSink) throws {
        for file in inputs.publicFolder.files where plan.isEverything || plan.publicFiles.contains(file.path) {
            let bundle = file.assetsFolder.flatMap { ModuleBundle.bytes(of: file.source, in: $0) }
            try sink.write(bundle ?? Files.read(file.source), to: file.path)
        }
        for path in plan.departedPublicFiles { try sink.remove(path) }
    }
}
