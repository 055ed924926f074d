import Catalog
import Files
package import Foundation
import SitePages

/// What a build leaves for the next one to know. It may be deleted at any time: the next build then renders everything.
package struct BuildState: Codable {
    let inputs: SiteInputs.Fingerprint
    let moment: CatalogMoment
    package let now: Date
    /// The day that was today, and those that had showtimes ahead, as `2026-11-21`.
    let today: String
    let days: [String]
    let folder: [UInt64?]
    let fingerprint: String?
    /// What the build left for the next one.
    let owed: [String]
    /// Tells what was remembered of the films' pictures.
    let posters: String
    /// The latest builds that changed something, the last one first.
    let history: [BuildRecord]

    package static func load(_ path: String) -> BuildState? {
        (try? Files.read(path)).flatMap { try? JSONDecoder().decode(BuildState.self, from: Data($0)) }
    }

    func save(_ path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try Files.create(path + ".new", [UInt8](try encoder.encode(self)))
        try Files.move(path + ".new", to: path)
    }
}

/// What one build looked at, and why.
struct BuildRecord: Codable {
    let at: Date
    let causes: [String]
    /// Kinds of pages that were rendered as a whole, and pages, each with its cause.
    let rendered: [String: String]

    static let kept = 20
    private static let pagesKept = 2_000

    init(at instant: Date, _ plan: BuildPlan) {
        at = instant
        causes = Array(plan.causes.prefix(100))
        let kinds = plan.kinds.map { ($0.key, $0.value.description) }
        let pages = plan.keys.prefix(Self.pagesKept).map { ($0.key.description, $0.value.description) }
        rendered = Dictionary(kinds + pages, uniquingKeysWith: { first, _ in first })
    }

    /// Why that page was rendered; `nil` if it was not.
    func cause(of key: PageKey) -> String? {
        if let cause = rendered[key.kind] ?? rendered[key.description] { return cause }
        // What is a part of a page is called after it.
        return rendered.filter { $0.key.hasPrefix("\(key) ") }.min { $0.key < $1.key }?.value
    }
}
