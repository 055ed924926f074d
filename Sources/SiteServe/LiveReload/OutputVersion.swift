import Files
import Foundation

/// Which build of a site a folder shows.
struct OutputVersion: Hashable, Sendable, CustomStringConvertible {
    /// Letters, digits and hyphens.
    let description: String
    /// When it was published.
    let published: HTTPDate

    /// A build that changed something leaves a mark. Where there is none, the home page tells.
    init(of output: ServedOutput) {
        let stamp =
            FileStamp(at: output.changeMark)
            ?? FileStamp(at: output.folder.standardizedFileURL.appending(path: "index.html").path)
        description = stamp?.tag ?? "none"
        published = HTTPDate(seconds: stamp?.seconds ?? 0)
    }
}
