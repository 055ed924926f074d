import Foundation

/// Which build of a site a folder shows.
struct OutputVersion: Hashable, Sendable, CustomStringConvertible {
    /// Letters, digits and hyphens.
    let description: String
    /// When it was published.
    let published: HTTPDate

    /// A build that changed something writes its state beside the folder: `.dist.state` beside `dist`. Where there is
    /// none, the home page tells.
    init(of folder: URL) {
        let folder = folder.standardizedFileURL
        let state = folder.deletingLastPathComponent().appending(path: ".\(folder.lastPathComponent).state")
        let stamp = FileStamp(ofFileAt: state.path) ?? FileStamp(ofFileAt: folder.appending(path: "index.html").path)
        description = stamp?.description ?? "none"
        published = HTTPDate(seconds: stamp?.modified.seconds ?? 0)
    }
}
