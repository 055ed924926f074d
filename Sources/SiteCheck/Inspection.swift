import Foundation
import Markup

/// Checks a finished site: every file is read once, on all cores.
package struct Inspection: Sendable {
    private let folder: String
    private let profile: SiteProfile
    private let baseURL: String?
    private let limit: Int?

    /// - Parameters:
    ///   - profile: what is known of the site beforehand.
    ///   - baseURL: where the site is on the web; `nil` if its home page says so.
    ///   - limit: how many faults of a kind the report has; `nil` for all.
    package init(folder: String, profile: SiteProfile, baseURL: String? = nil, limit: Int? = 20) {
        self.folder = folder
        self.profile = profile
        self.baseURL = baseURL
        self.limit = limit
    }

    /// - Throws: if memory is short.
    package func run() async throws -> SiteReport {
        var site = Site(folder: folder, profile: profile, baseURL: baseURL)
        var assets = try AssetReader(site, limit: limit)
        try assets.readAll()
        site.assets = assets.assets
        site.policies = site.document(profile.headers).map { SentPolicy.all(in: ArraySlice($0.bytes).text) } ?? []
        var (inventory, faults) = await read(site)
        inventory.links += assets.links
        faults.merge(assets.faults)
        for rule in Rules.ofSite {
            var found = FaultLog(limit: limit)
            rule.check(inventory, of: site, &found)
            faults.merge(found)
        }
        return SiteReport(
            files: site.files.count, pages: inventory.pages, links: inventory.links, groups: faults.groups)
    }

    private func read(_ site: Site) async -> (Inventory, FaultLog) {
        let queue = FileQueue(count: site.files.count)
        return await withTaskGroup(of: (Inventory, FaultLog).self) { group in
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
                group.addTask { [limit] in
                    var reader = DocumentReader(site, limit: limit)
                    while let numbers = queue.take() { for number in numbers { reader.read(number) } }
                    return (reader.inventory, reader.faults)
                }
            }
            return await group.reduce(into: (Inventory(), FaultLog(limit: limit))) {
                $0.0.merge($1.0)
                $0.1.merge($1.1)
            }
        }
    }
}
