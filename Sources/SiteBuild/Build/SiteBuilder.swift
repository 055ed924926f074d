import Catalog
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

    /// Reads what the build before left, decides what to render, renders it, and publishes what differs.
    func build(from sources: BuildSources) async throws -> BuildSummary {
        try SeparateFolders(self).require()
        if mode == .dryRun {
            let copy = FileManager.default.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString)").path
            return BuildSummary(try await render(.everything(.dryRun), sources, copyingTo: copy, to: .nothing))
        }
        let folder = try OutputFolder(output)
        try folder.makeStaging()
        defer { folder.clearStaging() }
        let publisher = SitePublisher(folder: folder, sources: sources, settings: settings)
        if folder.isNew {
            let rendering = try await render(
                .everything(.noSite), sources, copyingTo: folder.copyOfCatalog, to: .newSite(folder.newSite))
            return try publisher.publishNewSite(rendering)
        }
        let state = mode == .full ? nil : BuildState.load(folder.stateFile)
        let scope = state.map { BuildScope.changes(since: LastBuild($0, in: folder), isPostponing: postpones) }
        do {
            let rendering = try await update(
                folder, sources, scope ?? .everything(mode == .full ? .full : .noState))
            return try publisher.publish(rendering, after: state)
        } catch let blocked as BlockedFolder {
            folder.clearStaging()
            try folder.makeStaging()
            let rendering = try await update(folder, sources, .everything(.blockedFolder(blocked.path)))
            return try publisher.publish(rendering, after: nil)
        }
    }

    private func update(
        _ folder: OutputFolder, _ sources: BuildSources, _ scope: BuildScope
    ) async throws -> Rendering {
        try await render(
            scope, sources, copyingTo: folder.copyOfCatalog, to: .update(site: folder.path, staging: folder.staging))
    }

    /// Renders everything and compares it with the site that is there.
    ///
    /// - Returns: what is not as a build would write it now.
    package func verify() async throws -> (counts: BuildCounts, faults: [SiteFault]) {
        try SeparateFolders(self).require()
        let sources = try BuildSources(self)
        let folder = try OutputFolder(output)
        guard !folder.isNew else {
            throw BuildError("\(output.relativePath): there is no site here; make one with 'sitegen build'")
        }
        try folder.makeStaging()
        defer { folder.clearStaging() }
        let report = try await render(
            .everything(.verification), sources, copyingTo: folder.copyOfCatalog, to: .comparison(site: folder.path)
        ).report
        let strays = try folder.strays(besides: report.paths)
        let faults = report.faults + strays.map { SiteFault(path: $0, fault: "does not belong here") }
        return (report.counts, faults.sorted { $0.path < $1.path })
    }

    /// Decides and renders in one state of the catalog.
    ///
    /// - Parameter copy: where a copy of the catalog may be, while much is rendered: whoever writes to the catalog need not
    ///   wait until that is done.
    private func render(
        _ scope: BuildScope, _ sources: BuildSources, copyingTo copy: String, to target: RenderTarget
    ) async throws -> Rendering {
        if let rendering = try renderAtOnce(scope, sources, to: target) { return rendering }
        try sources.catalog.copy(to: copy)
        defer { try? FileManager.default.removeItem(atPath: copy) }
        let work = try Catalog(readingFrom: copy).read(at: settings.now) { reader in
            let days = try SiteDays(reader)
            return try BuildWork(scope.plan(sources, days, reader), of: scope, sources, settings, days, reader)
        }
        let renderer = renderer(work, sources, target)
        return Rendering(work: work, report: try await renderer.render(from: copy, progress))
    }

    /// - Returns: `nil` if there is more to do than one core does at once.
    private func renderAtOnce(
        _ scope: BuildScope, _ sources: BuildSources, to target: RenderTarget
    ) throws -> Rendering? {
        if case .everything = scope { return nil }
        return try sources.catalog.read(at: settings.now) { reader in
            let days = try SiteDays(reader)
            let plan = try scope.plan(sources, days, reader)
            guard !plan.isEverything else { return nil }
            let work = try BuildWork(plan, of: scope, sources, settings, days, reader)
            guard work.isSmall else { return nil }
            return Rendering(work: work, report: try renderer(work, sources, target).render(reader))
        }
    }

    private func renderer(_ work: BuildWork, _ sources: BuildSources, _ target: RenderTarget) -> SiteRenderer {
        SiteRenderer(work: work, publicFolder: sources.inputs.publicFolder, settings: settings, target: target)
    }
}

/// What a build has rendered.
struct Rendering {
    let work: BuildWork
    let report: RenderReport
}
