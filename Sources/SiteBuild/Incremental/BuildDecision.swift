import Catalog
import Cinema
import Foundation
import SitePages
import Templating

/// Finds out what differs from the last build: templates, assets, addresses, the catalog, the clock.
struct BuildDecision {
    let last: LastBuild
    let sources: BuildSources
    let days: SiteDays

    private var state: BuildState { last.state }
    private var inputs: SiteInputs { sources.inputs }

    /// More changes than this are not followed one by one.
    private static let limit = 20_000

    func plan(_ reader: ProgrammeReader) throws -> BuildPlan {
        if let cause = causeForEverything { return .everything(cause) }
        guard let changes = try reader.changes(since: state.moment, limit: Self.limit) else {
            return .everything(.forgottenMoment)
        }
        guard var plan = try ChangeImpact.plan(changes, since: state.now, reader) else {
            return .everything(.catalog)
        }
        for key in PageKinds.patient where state.owed.contains(key.description) { plan.add(key, .postponed) }
        addTemplates(&plan)
        addDays(&plan)
        addPublicFiles(&plan)
        addPosters(&plan)
        return plan
    }

    private var causeForEverything: Cause? {
        let (old, new) = (state.inputs, inputs.fingerprint)
        if old.program != new.program { return .program }
        if old.settings != new.settings { return .settings }
        if old.assets != new.assets { return .assets }
        if old.words != new.words { return .words }
        if state.folder != last.folder { return .otherFolder }
        if state.fingerprint != last.fingerprint { return .changedByHand }
        return nil
    }

    private func addTemplates(_ plan: inout BuildPlan) {
        let (old, new) = (state.inputs, inputs.fingerprint)
        let templates = Self.changes(old.templates, new.templates)
        let words = Self.changes(old.templateWords, new.templateWords)
        for kind in PageKinds.names {
            let (sources, said) = (inputs.templates.sources(of: kind), inputs.templates.words(of: kind))
            if let name = templates.first(where: sources.contains) { plan.addAll(of: kind, .template(name)) }
            if let key = words.first(where: said.contains) { plan.addAll(of: kind, .word(key)) }
        }
    }

    /// The names under which something else is found than before, sorted.
    private static func changes(_ old: [String: String], _ new: [String: String]) -> [String] {
        Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
    }

    /// The days to choose from, and which of them is today.
    private func addDays(_ plan: inout BuildPlan) {
        let (today, days) = (days.today.iso, days.ahead.map(\.iso))
        guard state.today != today || state.days != days else { return }
        let cause: Cause =
            state.today != today
            ? .clock("it is \(today)") : .clock("the days that have showtimes are others")
        for kind in PageKinds.names(showing: .days) { plan.addAll(of: kind, cause) }
        let gone = Set(state.days).subtracting(days).compactMap { CivilDate(iso: $0) }
        plan.add(.days(gone: gone), cause)
    }

    /// Films are followed where the catalog says that they are others; a picture may also change by itself.
    private func addPosters(_ plan: inout BuildPlan) {
        guard sources.posters.hasChanged || sources.posters.digest != state.posters else { return }
        for kind in PageKinds.names(showing: .posters) { plan.addAll(of: kind, .posters) }
    }

    private func addPublicFiles(_ plan: inout BuildPlan) {
        let (old, new) = (state.inputs.publicFiles, inputs.fingerprint.publicFiles)
        plan.publicFiles = Set(new.keys.filter { old[$0] != new[$0] })
        let defaults = Set(DefaultFile.allCases.map(\.rawValue))
        let departed = Set(old.keys).subtracting(new.keys)
        plan.departedPublicFiles = departed.subtracting(defaults)
        if !defaults.isDisjoint(with: plan.publicFiles.union(departed)) {
            plan.add(PageKinds.defaultFiles, .publicFiles)
        }
    }
}
