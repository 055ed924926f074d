import Catalog
import SitePages

/// What a build has to look at: more than what will differ, never less.
struct BuildPlan: Sendable {
    /// Kinds of pages that are looked at as a whole, by name.
    private(set) var kinds: [String: Cause] = [:]
    private(set) var keys: [PageKey: Cause] = [:]
    /// Files whose page may be no more, because what it is named after is gone or has another name.
    private(set) var departed: [DepartedSlug: Cause] = [:]

    /// Paths below the site's root.
    var publicFiles: Set<String> = []
    var departedPublicFiles: Set<String> = []

    var isEmpty: Bool {
        kinds.isEmpty && keys.isEmpty && departed.isEmpty && publicFiles.isEmpty && departedPublicFiles.isEmpty
    }

    /// Whether the whole site is rendered, so that whatever else is in its folder does not belong there.
    private(set) var isEverything = false

    static func everything(_ cause: Cause) -> BuildPlan {
        var plan = BuildPlan()
        plan.isEverything = true
        for kind in PageKinds.names { plan.addAll(of: kind, cause) }
        return plan
    }

    mutating func addAll(of kind: String, _ cause: Cause) {
        kinds[kind] = kinds[kind] ?? cause
    }

    mutating func add(_ key: PageKey, _ cause: Cause) {
        keys[key] = keys[key] ?? cause
    }

    /// Whatever shows that is looked at.
    mutating func add(_ event: CatalogEvent, _ cause: Cause) {
        let pages = PageKinds.pages(showing: event)
        for kind in pages.kinds { addAll(of: kind, cause) }
        for key in pages.keys { add(key, cause) }
    }

    mutating func add(_ slug: DepartedSlug, _ cause: Cause) {
        departed[slug] = departed[slug] ?? cause
    }

    /// What is left for a later build.
    private(set) var postponed: [PageKey] = []

    /// Leaves out what can wait.
    mutating func postpone() {
        postponed = PageKinds.patient.filter { cause(of: $0) != nil }
        for key in postponed {
            kinds[key.kind] = nil
            keys[key] = nil
        }
    }

    /// Which pages that are.
    var selection: PageSelection {
        PageSelection(kinds: Set(kinds.keys), keys: Set(keys.keys), departed: Array(departed.keys))
    }

    /// Why that page is looked at; `nil` if it is not.
    func cause(of key: PageKey) -> Cause? {
        if let cause = kinds[key.kind] ?? keys[key] { return cause }
        // One and the same each time, of those that are known of its parts.
        return keys.filter { $0.key.includes(key) }.map(\.value).min { $0.description < $1.description }
    }

    /// One of the causes, the same each time; `nil` if there is nothing to do.
    var aCause: Cause? {
        (Array(kinds.values) + Array(keys.values) + Array(departed.values)).min { $0.description < $1.description }
    }

    /// One cause for each thing that was changed, the most general first.
    var causes: [String] {
        let general = PageKinds.names.compactMap { kinds[$0]?.description }
        let special = Set(Array(keys.values) + Array(departed.values)).map(\.description).sorted()
        let files = publicFiles.isEmpty && departedPublicFiles.isEmpty ? [] : [Cause.publicFiles.description]
        return (general + special + files).uniqued()
    }
}
