import Cinema
import Foundation
import SitePages

/// Puts what a build has rendered in its place, and leaves word of it for the next build.
struct SitePublisher {
    let folder: OutputFolder
    let sources: BuildSources
    let settings: SiteSettings

    func publishNewSite(_ rendering: Rendering) throws -> BuildSummary {
        try folder.publishNewSite()
        return try finish(rendering, rendering.report.counts, after: nil)
    }

    /// - Parameter state: of the build before, if what it left was built upon.
    func publish(_ rendering: Rendering, after state: BuildState?) throws -> BuildSummary {
        let report = rendering.report
        var counts = report.counts
        let strays = rendering.work.plan.isEverything ? try folder.strays(besides: report.paths) : []
        if !report.changes.isEmpty || !report.removals.isEmpty || !strays.isEmpty {
            // A build that is stopped from here on is made good by the next one, which finds no state.
            unlink(folder.stateFile)
            counts.removed = try folder.publish(report.changes, report.removals, strays: strays)
        }
        return try finish(rendering, counts, after: state)
    }

    private func finish(
        _ rendering: Rendering, _ counts: BuildCounts, after state: BuildState?
    ) throws -> BuildSummary {
        let work = rendering.work
        let record = work.plan.isEmpty ? [] : [BuildRecord(at: Date(), work.plan)]
        try sources.posters.save()
        try BuildState(
            inputs: sources.inputs.fingerprint, moment: work.moment, now: settings.now,
            today: work.days.today.iso, days: work.days.ahead.map(\.iso), folder: folder.identity,
            fingerprint: folder.fingerprint(after: state),
            owed: work.plan.postponed.map(\.description),
            posters: sources.posters.digest,
            history: Array((record + (state?.history ?? [])).prefix(BuildRecord.kept))
        ).save(folder.stateFile)
        if counts.written + counts.removed > 0 { try folder.markChange() }
        return BuildSummary(
            counts: counts, causes: work.plan.causes, notes: work.site.posters.notes, validUntil: work.validUntil,
            isOwing: !work.plan.postponed.isEmpty)
    }
}

extension BuildSummary {
    /// Of a build that wrote nothing.
    init(_ rendering: Rendering) {
        self.init(
            counts: rendering.report.counts, causes: [], notes: rendering.work.site.posters.notes,
            validUntil: rendering.work.validUntil)
    }
}
