import Catalog
import SitePages

/// How much of a site a build looks at.
enum BuildScope {
    case everything(Cause)
    /// What may differ from the last build.
    ///
    /// - Parameter isPostponing: whether what can wait is left for the next one.
    case changes(since: LastBuild, isPostponing: Bool)

    func plan(_ sources: BuildSources, _ days: SiteDays, _ reader: ProgrammeReader) throws -> BuildPlan {
        switch self {
        case .everything(let cause): return .everything(cause)
        case .changes(let last, let isPostponing):
            var plan = try BuildDecision(last: last, sources: sources, days: days).plan(reader)
            if isPostponing, !plan.isEverything { plan.postpone() }
            return plan
        }
    }

    /// That no row which the plan may show names one which is not there: the last build has seen to the rest.
    func requireReferences(for plan: BuildPlan, _ reader: ProgrammeReader) throws {
        if case .changes(let last, _) = self, !plan.isEverything {
            try reader.requireReferences(since: last.state.moment)
        } else {
            try reader.requireReferences()
        }
    }
}
