import Files
import HTTPTypes
import Hummingbird
import SitePages

/// Answers for every address of a site, as the web server or CDN that hosts it one day.
///
/// Hummingbird's own middleware for files shows hidden files, follows links out of the folder, and takes `bytes=-500`,
/// the last 500 bytes, for the first; so files are served from here.
struct SiteResponder: HTTPResponder {
    let folder: SiteFolder
    /// The path below which the site lives: empty, or `/programme`.
    let root: String
    /// `nil` shows the site as it is.
    let liveReload: LiveReload?

    @concurrent
    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        var response = try answer(request)
        response.headers[.xContentTypeOptions] = "nosniff"
        for header in securityHeaders() {
            if let name = HTTPField.Name(header.name) { response.headers[name] = header.value }
        }
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(_ request: Request) throws -> Response {
        guard request.method == .get || request.method == .head else { return .methodNotAllowed }
        if let response = liveReload?.response(to: request.uri.path) { return response }
        guard let path = RequestedPath(request.uri.path, below: root), path.file != [HeadersFile.name] else {
            return try notFound()
        }
        switch folder.find(path) {
        case .file(let file): return try representation(of: file, at: path, for: request).response(to: request)
        case .folder: return .redirect(toFolder: request.uri.path, query: request.uri.query)
        case .nothing: return try notFound()
        }
    }

    private func representation(
        of file: ServedFile, at path: RequestedPath, for request: Request
    ) throws -> Representation {
        let type = ContentType.of(path.file.last ?? "")
        if type == ContentType.html, let liveReload { return try liveReload.page(file) }
        let coded = codedFiles(of: file, at: path)
        let best = ContentCoding.accepted(request.headers[.acceptEncoding]).first { coded[$0] != nil }
        let sent = best.flatMap { coded[$0] } ?? file
        return Representation(
            content: .file(sent), type: type, cacheControl: CachePolicy.of(path.file), tag: "\"\(sent.stamp.tag)\"",
            modified: HTTPDate(seconds: sent.stamp.seconds), coding: best, dependsOnCoding: !coded.isEmpty)
    }

    /// The compressed files that stand beside a file. One that is older shows what the file was before.
    private func codedFiles(of file: ServedFile, at path: RequestedPath) -> [ContentCoding: ServedFile] {
        var files: [ContentCoding: ServedFile] = [:]
        for coding in ContentCoding.allCases {
            guard let coded = folder.file(path.sibling(coding.suffix)), coded.stamp.modified >= file.stamp.modified
            else { continue }
            files[coding] = coded
        }
        return files
    }

    /// Those that the site asks of its host; read now, for the site may have been built anew.
    private func securityHeaders() -> [SiteHeaders.Header] {
        guard let path = RequestedPath("/" + HeadersFile.name), let bytes = try? folder.file(path)?.read() else {
            return []
        }
        return HeadersFile(String(decoding: bytes, as: UTF8.self)).everywhere
    }

    /// The site's own page; read now, for the site may have been built anew.
    private func notFound() throws -> Response {
        guard let path = RequestedPath("/404.html"), let file = folder.file(path) else {
            return .text(.notFound, "There is nothing at this address.\n")
        }
        let page = try liveReload?.html(file) ?? file.read()
        return Response(
            status: .notFound, headers: [.contentType: ContentType.html, .cacheControl: CachePolicy.revalidate],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: page)))
    }
}

extension Response {
    /// Only looking is possible: a site is made of files.
    fileprivate static var methodNotAllowed: Response {
        var response = text(.methodNotAllowed, "There is nothing here but to look at.\n")
        response.headers[.allow] = "GET, HEAD"
        return response
    }

    /// To the same address with a slash at its end, on which relative links depend.
    fileprivate static func redirect(toFolder path: String, query: String?) -> Response {
        var response = Response(status: .movedPermanently)
        response.headers[.location] = path + "/" + (query.map { "?" + $0 } ?? "")
        // Else the browser never asks again, even if the folder is a file tomorrow.
        response.headers[.cacheControl] = CachePolicy.revalidate
        return response
    }

    fileprivate static func text(_ status: HTTPResponse.Status, _ text: String) -> Response {
        Response(
            status: status, headers: [.contentType: ContentType.plainText, .cacheControl: CachePolicy.revalidate],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
