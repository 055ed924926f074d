import Catalog
import Cinema
package import Foundation
package import SitePages

/// Builds a site: catalog, templates and public files in, a folder for a web server out.
package struct SiteBuilder: Sendable {
    package enum Mode: Sendable {
        /// Renders what may differ from the last build, and writes what does.
        case update
        /// Renders everything, and writes what differs.
        case full
        /// Renders everything and writes nothing.
        case dryRun
    }

    let catalog: String
    let templates: URL
    let publicFolder: URL
    package let output: URL
    var settings: SiteSettings
    package var mode: Mode
    /// Whether what can wait is left for the next build, so that one page is there at once.
    var postpones = false
    /// Where the pictures of films are; `nil` if they are among the public files.
    var posters: URL?
    package var progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }

    package init(
        catalog: String, templates: URL, publicFolder: URL, output: URL, settings: SiteSettings, mode: Mode = .update,
        posters: URL? = nil
    ) {
        self.catalog = catalog
        self.templates = templates
        self.publicFolder = publicFolder
        self.output = output
        self.settings = settings
        self.mode = mode
        self.posters = posters
    }

    var postersFolder: URL { posters ?? publicFolder }

    /// - Throws: an error that is one sentence; the old site is then as it was.
    package func build() async throws -> BuildSummary { try await build(from: BuildSources(self)) }

    func build(from sources: BuildSources) async throws -> BuildSummary {
        try SeparateFolders(self).require()
        let renderer = SiteRenderer(self, sources)
        if mode == .dryRun { return try await dryRun(renderer) }
        let folder = try OutputFolder(output)
        try folder.makeStaging()
        defer { folder.clearStaging() }
        if folder.isNew { return try await writeNewSite(folder, renderer) }
        do {
            return try await update(folder, renderer)
        } catch is BlockedFolder {
            folder.clearStaging()
            try folder.makeStaging()
            var builder = self
            builder.mode = .full
            return try await builder.update(folder, renderer)
        }
    }

    private func dryRun(_ renderer: SiteRenderer) async throws -> BuildSummary {
        let copy = FileManager.default.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString)").path
        let rendering = try await renderer.render(copyingTo: copy) { _, _ in
            .everything(.noState("nothing is written"))
        } to: { _, _ in
            DryRun()
        }
        return BuildSummary(
            counts: rendering.report.counts, causes: [], notes: rendering.site.posters.notes,
            validUntil: rendering.validUntil)
    }

    private func writeNewSite(_ folder: OutputFolder, _ renderer: SiteRenderer) async throws -> BuildSummary {
        let root = folder.newSite
        let rendering = try await renderer.render(copyingTo: folder.copyOfCatalog) { _, _ in
            .everything(.noState("there was no site"))
        } to: { _, _ in
            NewSite(root: root)
        }
        try folder.publishNewSite()
        return try finish(folder, renderer.inputs, rendering, after: nil, rendering.report.counts)
    }

    private func update(_ folder: OutputFolder, _ renderer: SiteRenderer) async throws -> BuildSummary {
        let state = mode == .full ? nil : BuildState.load(folder.stateFile)
        let (identity, fingerprint) = (folder.identity, state?.fingerprint == nil ? nil : folder.fingerprint())
        let (site, staging) = (folder.path, folder.staging)
        let rendering = try await renderer.render(copyingTo: folder.copyOfCatalog) { reader, site in
            guard let state else { return .everything(.noState("there was no state of a build before")) }
            var plan = try BuildDecision(
                state: state, inputs: renderer.inputs, site: site, folder: identity, folderFingerprint: fingerprint
            ).plan(reader)
            if postpones, !plan.isEverything { plan.postpone() }
            return plan
        } to: { worker, plan in
            try SiteUpdate(site: site, staging: "\(staging)/\(worker)", keepsPaths: plan.isEverything)
        }
        var counts = rendering.report.counts
        let removals = rendering.report.removals
        let strays = rendering.plan.isEverything ? try folder.strays(besides: rendering.report.paths) : []
        if !rendering.report.changes.isEmpty || !removals.isEmpty || !strays.isEmpty {
            // A build that is stopped from here on is made good by the next one, which finds no state.
            unlink(folder.stateFile)
            counts.removed = try folder.publish(rendering.report.changes, removals, strays: strays)
        }
        return try finish(folder, renderer.inputs, rendering, after: state, counts)
    }

    /// Renders everything and compares it with the site that is there.
    ///
    /// - Returns: what is not as a build would write it now.
    package func verify() async throws -> (counts: BuildCounts, faults: [SiteFault]) {
        try SeparateFolders(self).require()
        let renderer = SiteRenderer(self, try BuildSources(self))
        let folder = try OutputFolder(output)
        guard !folder.isNew else {
            throw BuildError("\(output.relativePath): there is no site here; make one with 'sitegen build'")
        }
        try folder.makeStaging()
        defer { folder.clearStaging() }
        let site = folder.path
        let rendering = try await renderer.render(copyingTo: folder.copyOfCatalog) { _, _ in
            .everything(.noState("the site is verified"))
        } to: { _, _ in
            SiteComparison(site: site)
        }
        let strays = try folder.strays(besides: rendering.report.paths)
        let faults = rendering.report.faults + strays.map { SiteFault(path: $0, fault: "does not belong here") }
        return (rendering.report.counts, faults.sorted { $0.path < $1.path })
    }

    private func finish(
        _ folder: OutputFolder, _ inputs: SiteInputs, _ rendering: SiteRenderer.Rendering, after state: BuildState?,
        _ counts: BuildCounts
    ) throws -> BuildSummary {
        let record = rendering.plan.isEmpty ? [] : [BuildRecord(at: Date(), rendering.plan)]
        try inputs.posters.save()
        try BuildState(
            inputs: inputs.fingerprint, moment: rendering.moment, now: settings.now,
            today: rendering.site.today.iso, days: rendering.site.days.map(\.iso), folder: folder.identity,
            fingerprint: state != nil && state?.fingerprint == nil ? nil : folder.fingerprint(),
            owed: rendering.plan.postponed.map(\.description),
            posters: inputs.posters.digest,
            history: Array((record + (state?.history ?? [])).prefix(BuildRecord.kept))
        ).save(folder.stateFile)
        if counts.written + counts.removed > 0 { try folder.markChange() }
        return BuildSummary(
            counts: counts, causes: rendering.plan.causes, notes: rendering.site.posters.notes,
            validUntil: rendering.validUntil, isOwing: !rendering.plan.postponed.isEmpty)
    }
}
