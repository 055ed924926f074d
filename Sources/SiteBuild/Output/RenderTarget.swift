/// What becomes of the files that are rendered.
enum RenderTarget: Sendable {
    case nothing
    /// They are the site.
    case newSite(String)
    /// Those that differ from the site are staged.
    case update(site: String, staging: String)
    /// Those that differ from the site are faults.
    case comparison(site: String)

    /// - Parameters:
    ///   - worker: each core has a sink of its own.
    ///   - isEverything: whether the whole site is rendered.
    func sink(for worker: Int, isEverything: Bool) throws -> any BuildSink {
        switch self {
        case .nothing: DryRun()
        case .newSite(let root): NewSite(root: root)
        case .update(let site, let staging):
            try SiteUpdate(site: site, staging: "\(staging)/\(worker)", keepsPaths: isEverything)
        case .comparison(let site): SiteComparison(site: site)
        }
    }
}
