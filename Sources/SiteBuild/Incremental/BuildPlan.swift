import SitePages

/// What a build has to look at: more than what will differ, never less.
struct BuildPlan: Sendable {
    private(set) var chapters: [Chapter: Cause] = [:]
    private(set) var keys: [PageKey: Cause] = [:]
    /// Files whose page may be no more, because what it is named after is gone or has another name.
    private(set) var departed: [DepartedSlug: Cause] = [:]

    /// Paths below the site's root.
    var publicFiles: Set<String> = []
    var departedPublicFiles: Set<String> = []

    var isEmpty: Bool {
        chapters.isEmpty && keys.isEmpty && departed.isEmpty && publicFiles.isEmpty && departedPublicFiles.isEmpty
    }

    /// Whether the whole site is rendered, so that whatever else is in its folder does not belong there.
    private(set) var isEverything = false

    static func everything(_ cause: Cause) -> BuildPlan {
        var plan = BuildPlan()
        plan.isEverything = true
        for chapter in Chapter.allCases { plan.addAll(of: chapter, cause) }
        return plan
    }

    mutating func addAll(of chapter: Chapter, _ cause: Cause) {
        chapters[chapter] = chapters[chapter] ?? cause
    }

    mutating func add(_ key: PageKey, _ cause: Cause) {
        keys[key] = keys[key] ?? cause
    }

    mutating func add(_ slug: DepartedSlug, _ cause: Cause) {
        departed[slug] = departed[slug] ?? cause
    }

    /// What is left for a later build.
    private(set) var postponed: [PageKey] = []

    /// Leaves out what can wait.
    mutating func postpone() {
        postponed = PageKey.patient.filter { cause(of: $0) != nil }
        for key in postponed {
            chapters[key.chapter] = nil
            keys[key] = nil
        }
    }

    /// Which pages that are.
    var selection: PageSelection {
        PageSelection(chapters: Set(chapters.keys), keys: Set(keys.keys), departed: Array(departed.keys))
    }

    /// Why that page is looked at; `nil` if it is not.
    func cause(of key: PageKey) -> Cause? { chapters[key.chapter] ?? keys.first { $0.key.includes(key) }?.value }

    /// One of the causes, the same each time; `nil` if there is nothing to do.
    var aCause: Cause? {
        (Array(chapters.values) + Array(keys.values) + Array(departed.values)).min { $0.description < $1.description }
    }

    /// One cause for each thing that was changed, the most general first.
    var causes: [String] {
        let general = Chapter.allCases.compactMap { chapters[$0]?.description }.uniqued()
        let special = Set(Array(keys.values) + Array(departed.values)).map(\.description).sorted()
        let files = publicFiles.isEmpty && departedPublicFiles.isEmpty ? [] : [Cause.publicFiles.description]
        return general + special + files
    }
}
