import Catalog
import Foundation
import SitePages

/// What a build is going to render, and the state of the catalog that it shows.
struct BuildWork: Sendable {
    let plan: BuildPlan
    let days: SiteDays
    let site: Site
    let jobs: [RenderJob]
    let moment: CatalogMoment
    let validUntil: Date

    /// Finds the films' pictures, which may take long.
    ///
    /// - Throws: ``DanglingReferences``, and what is wrong with the pictures.
    init(
        _ plan: BuildPlan, of scope: BuildScope, _ sources: BuildSources, _ settings: SiteSettings, _ days: SiteDays,
        _ reader: ProgrammeReader
    ) throws {
        try scope.requireReferences(for: plan, reader)
        let posters =
            plan.selection.hasPosters
            ? try sources.posters.posters(of: reader.posters()) : sources.posters.remembered
        site = try Site(
            reader, settings, sources.inputs.words, sources.inputs.publicFolder.publicFiles, days, posters,
            caches: SiteCaches())
        self.plan = plan
        self.days = days
        jobs = try sources.renderer(of: site).jobs(for: plan.selection, reader)
        moment = try reader.moment()
        validUntil = try reader.nextChange()
    }

    /// What one core does at once is not worth a copy of the catalog.
    var isSmall: Bool { !plan.isEverything && jobs.count <= Self.fewJobs && !jobs.contains(where: \.isLong) }

    private static let fewJobs = 12
}
