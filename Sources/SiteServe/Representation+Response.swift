import HTTPTypes
import Hummingbird

extension Representation {
    /// Answers a request for these bytes: with all of them, a part of them, or with the news that nothing is new.
    func response(to request: Request) -> Response {
        if isKnown(to: request.headers) { return Response(status: .notModified, headers: cacheHeaders) }
        var headers = headers
        switch range(request) {
        case .whole: return Response(status: .ok, headers: headers, body: body(0..<content.size))
        case .part(let range):
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(content.size)"
            return Response(status: .partialContent, headers: headers, body: body(range))
        case .unsatisfiable:
            headers[.contentRange] = "bytes */\(content.size)"
            headers[.contentType] = nil
            return Response(status: .rangeNotSatisfiable, headers: headers)
        }
    }

    /// Whether the client has these bytes already (RFC 9110, section 13.2.2).
    private func isKnown(to headers: HTTPFields) -> Bool {
        if let tags = headers[.ifNoneMatch] {
            return tags.split(separator: ",").contains { element in
                let known = element.trimmingPrefix(while: \.isWhitespace).prefix { !$0.isWhitespace }
                return known == "*" || known.trimmingPrefix("W/") == tag
            }
        }
        guard let since = headers[.ifModifiedSince].flatMap(HTTPDate.init) else { return false }
        return modified <= since
    }

    /// Parts of compressed bytes are of no use to those who want a part of the file; so are parts of another state.
    private func range(_ request: Request) -> ByteRange {
        guard request.method == .get, coding == nil else { return .whole }
        if let state = request.headers[.ifRange], state != tag, HTTPDate(state) != modified { return .whole }
        return ByteRange(request.headers[.range], of: content.size)
    }
}
