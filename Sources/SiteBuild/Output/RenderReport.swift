/// What a build did.
package struct BuildCounts: Hashable, Sendable {
    /// Rendered, with those that are as they were.
    var pages = 0
    package internal(set) var files = 0
    var bytes = 0
    var written = 0
    var unchanged = 0
    var removed = 0

    mutating func count(_ bytes: [UInt8], _ path: String) {
        files += 1
        self.bytes += bytes.count
        if path.hasSuffix(".html") { pages += 1 }
    }

    static func + (left: BuildCounts, right: BuildCounts) -> BuildCounts {
        BuildCounts(
            pages: left.pages + right.pages, files: left.files + right.files, bytes: left.bytes + right.bytes,
            written: left.written + right.written, unchanged: left.unchanged + right.unchanged,
            removed: left.removed + right.removed)
    }
}

/// What one core has rendered, or all have.
struct RenderReport: Sendable {
    var counts = BuildCounts()
    /// Files that differ from those of the site that is there.
    var changes: [StagedFile] = []
    /// Files that are to go, and folders with all that is in them.
    var removals: [String] = []
    /// Files that are not as they should be, by path, each with what is wrong.
    var faults: [SiteFault] = []
    /// The paths of all files, as hash values: a hundred thousand paths are many megabytes.
    var paths: Set<Int> = []

    static func + (left: RenderReport, right: RenderReport) -> RenderReport {
        RenderReport(
            counts: left.counts + right.counts, changes: left.changes + right.changes,
            removals: left.removals + right.removals, faults: left.faults + right.faults,
            paths: left.paths.union(right.paths))
    }
}

package struct SiteFault: Hashable, Sendable {
    package let path: String
    package let fault: String
}
