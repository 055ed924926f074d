import Files
import Foundation
import HTTPTypes
import Hummingbird
import SitePages

/// Lets pages that are open in a browser show a new build by themselves.
///
/// Every page is sent with a script that knows the version of the site that it came with; the script listens for the
/// versions that the server tells, and loads the page anew when they differ. So nothing is missed: not a build between
/// the page and its script, nor one while the server was down.
struct LiveReload: Sendable {
    let output: ServedOutput
    /// The path below which the site lives: empty, or `/programme`.
    let root: String
    /// How long to wait before looking for a new build again.
    var pause: Duration = .milliseconds(100)
    /// After how long a silence the server says that it is still there.
    var heartbeat: Duration = .seconds(15)

    /// No file of the site has such an address, for hidden files are not shown.
    private static let script = "/.marquee/reload.js"
    private static let changes = "/.marquee/changes"

    /// - Returns: `nil` unless the path is one of live reload's own.
    func response(to path: String) -> Response? {
        switch path {
        case root + Self.script:
            Response(
                status: .ok,
                headers: [.contentType: ContentType.of(Self.script), .cacheControl: CachePolicy.revalidate],
                body: ResponseBody(byteBuffer: ByteBuffer(string: reloadScript)))
        case root + Self.changes:
            Response(
                status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
                body: changes())
        default: nil
        }
    }

    /// A page of the site with the script in it. The same file makes another page with every build.
    func page(_ file: ServedFile) throws -> Representation {
        // The version first: if a build is published in between, the page loads once more, and is not stale.
        let version = OutputVersion(of: output)
        let html = try insertScript(version, into: file.read())
        return Representation(
            content: .bytes(html), type: ContentType.html, cacheControl: CachePolicy.revalidate,
            tag: "\"\(file.stamp.tag)-live-\(version)\"",
            modified: max(HTTPDate(seconds: file.stamp.seconds), version.published))
    }

    /// The bytes of such a page.
    func html(_ file: ServedFile) throws -> [UInt8] {
        let version = OutputVersion(of: output)
        return try insertScript(version, into: file.read())
    }

    private func insertScript(_ version: OutputVersion, into html: [UInt8]) -> [UInt8] {
        let element = "<script type=\"module\" src=\"\(root)\(Self.script)\" data-version=\"\(version)\"></script>\n"
        let end = Data(html).range(of: Data("</body>".utf8), options: .backwards)?.lowerBound ?? html.count
        return html[..<end] + Array(element.utf8) + html[end...]
    }
}
