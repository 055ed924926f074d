import Files
import SitePages

/// Writes a site where there is none.
final class NewSite: BuildSink {
    private(set) var report = RenderReport()
    private let root: String

    init(root: String) {
        self.root = root
    }

    func write(_ bytes: [UInt8], to path: String) throws -> Bool {
        try Files.makeFolder(of: path, below: root)
        try Files.create("\(root)/\(path)", bytes)
        report.counts.count(bytes, path)
        report.counts.written += 1
        return true
    }

    func keep(_ path: String) -> Bool { false }

    // Nothing is there but what was written.
    func remove(_ path: String) {}
    func keepOnly(_ names: Set<String>, in folder: String, among isOfSort: (String) -> Bool) {}
}

/// Renders for the sake of rendering.
final class DryRun: BuildSink {
    private(set) var report = RenderReport()

    func write(_ bytes: [UInt8], to path: String) -> Bool {
        report.counts.count(bytes, path)
        return true
    }

    func keep(_ path: String) -> Bool { true }
    func remove(_ path: String) {}
    func keepOnly(_ names: Set<String>, in folder: String, among isOfSort: (String) -> Bool) {}
}
