import Files
import SitePages

/// Compares what is rendered with a site that is there, and changes nothing.
final class SiteComparison: BuildSink {
    private(set) var report = RenderReport()
    private var folders: OwnFolders

    init(site: String) {
        folders = OwnFolders(of: site)
    }

    func write(_ bytes: [UInt8], to path: String) -> Bool {
        report.counts.count(bytes, path)
        report.paths.insert(path.hashValue)
        switch folders.read(path) {
        case bytes:
            report.counts.unchanged += 1
            return false
        case nil: report.faults.append(SiteFault(path: path, fault: "is missing"))
        default: report.faults.append(SiteFault(path: path, fault: "is not what a build renders now"))
        }
        return true
    }

    func keep(_ path: String) -> Bool { false }

    func remove(_ path: String) {}
    func keepOnly(_ names: Set<String>, in folder: String, among isOfSort: (String) -> Bool) {}
}
