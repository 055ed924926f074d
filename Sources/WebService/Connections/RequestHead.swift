import HTTPTypes
import NIOHTTP1

/// The head of a request, as all who look at it shall read it.
///
/// The parser vouches for lines and characters. What is left are the rules of which a proxy in front may think otherwise:
/// where the request ends, for which host it is, and what its target names (RFC 9112; RFC 9110, 10.1.1).
struct RequestHead {
    /// Its target is in origin form, and `Host` what an absolute target has said.
    private(set) var http: HTTPRequestHead
    let hasBody: Bool
    /// There is an `Upgrade`, whatever it names.
    let asksForUpgrade: Bool
    /// The client sends the body once it hears `100 Continue`.
    private(set) var awaitsContinue = false

    /// - Throws: the ``Problem`` with a request that is not to be read any further: its connection must end.
    init(_ head: HTTPRequestHead) throws(Problem) {
        http = head
        let fields = FramingFields(head.headers)
        asksForUpgrade = fields.hasUpgrade
        if let codings = fields.transferCodings {
            try Self.checkCodings(codings, of: head.version, hasLength: fields.length != nil)
        }
        // The parser has looked at the digits.
        let length = fields.length.map { Int($0) ?? .max } ?? 0
        hasBody = length > 0 || fields.transferCodings != nil
        guard length <= JSONBody.maximumSize else {
            throw Problem(.bodyTooLarge, "send at most \(JSONBody.maximumSize) bytes")
        }
        try checkHost(fields)
        try readTarget()
        if let expectation = fields.expectation, head.version == .http1_1 {
            guard expectation.asciiLowercased == "100-continue" else {
                throw Problem(.expectationFailed, "100-continue is all that may be expected")
            }
            awaitsContinue = hasBody
        }
    }

    /// `chunked` is the only coding we know; and who knows of none, as HTTP/1.0 does, takes the body for something else.
    private static func checkCodings(_ codings: String, of version: HTTPVersion, hasLength: Bool) throws(Problem) {
        guard version == .http1_1 else {
            throw .malformed("Transfer-Encoding: HTTP/1.0 has none; send a Content-Length")
        }
        guard !hasLength else { throw .malformed("send either Content-Length or Transfer-Encoding, not both") }
        let codings = codings.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmed.asciiLowercased }
        guard codings != ["chunked"] else { return }
        guard codings.last == "chunked", !codings.dropLast().contains("chunked"), !codings.contains("") else {
            throw .malformed("Transfer-Encoding: 'chunked' must come last, and once")
        }
        throw Problem(.notImplemented, "Transfer-Encoding: chunked is the only transfer coding here")
    }

    private func checkHost(_ fields: FramingFields) throws(Problem) {
        guard fields.hosts == 1 || fields.hosts == 0 && http.version != .http1_1 else {
            throw .malformed(fields.hosts == 0 ? "Host: send the name of the server you ask" : "Host: send it once")
        }
        guard fields.hosts == 0 || HostField.isValid(fields.host.trimmed) else {
            throw .malformed("Host: send a name or an address, and a port if need be: cinema.example:8081")
        }
    }

    /// Whoever asks for a whole URL asks for its path, at its host (RFC 9112, 3.2.2).
    private mutating func readTarget() throws(Problem) {
        let target = http.uri
        guard !target.utf8.contains(UInt8(ascii: "#")) else {
            throw .malformed("the target has no fragment; leave out '#'")
        }
        if target.utf8.first == UInt8(ascii: "/") || http.method == .CONNECT { return }
        if target == "*", http.method == .OPTIONS { return }
        let scheme = ["http://", "https://"].first { target.asciiLowercased.hasPrefix($0) }
        guard let scheme else { throw .malformed("the target must be a path, or a URL of http") }
        let rest = target.dropFirst(scheme.count)
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard HostField.isValid(authority) else { throw .malformed("the target's host is none") }
        let path = rest[authority.endIndex...]
        http.uri = path.first == "/" ? String(path) : "/" + path
        http.headers.replaceOrAdd(name: "host", value: String(authority))
    }
}

/// The fields that say where a request ends and for whom it is, found in one pass.
private struct FramingFields {
    var hosts = 0
    var host = ""
    var hasUpgrade = false
    var length: String?
    /// All lines of `Transfer-Encoding` as one list.
    var transferCodings: String?
    /// All lines of `Expect` as one list.
    var expectation: String?

    init(_ headers: HTTPHeaders) {
        for (name, value) in headers {
            // Most fields are told apart by their length alone.
            switch name.utf8.count {
            case 4 where name.isField("host"):
                hosts += 1
                host = value
            case 6 where name.isField("expect"): Self.add(value, to: &expectation)
            case 7 where name.isField("upgrade"): hasUpgrade = true
            case 14 where name.isField("content-length"): length = String(value.trimmed)
            case 17 where name.isField("transfer-encoding"): Self.add(value, to: &transferCodings)
            default: continue
            }
        }
    }

    private static func add(_ value: String, to list: inout String?) {
        list = list.map { "\($0),\(value.trimmed)" } ?? String(value.trimmed)
    }
}

extension Substring {
    /// Without the blanks around a field's value, which are no part of it (RFC 9110, 5.5).
    package var trimmed: Substring {
        var text = self
        while let first = text.utf8.first, first == 0x20 || first == 0x09 { text = text.dropFirst() }
        while let last = text.utf8.last, last == 0x20 || last == 0x09 { text = text.dropLast() }
        return text
    }
}

extension String {
    package var trimmed: Substring { self[...].trimmed }

    /// - Parameter name: of a field, in small letters; of the same length.
    fileprivate func isField(_ name: StaticString) -> Bool {
        name.withUTF8Buffer { name in zip(utf8, name).allSatisfy { $0 | 0x20 == $1 } }
    }
}

extension Problem {
    /// What is no good HTTP: the connection ends, as nobody knows where the next request begins.
    static func malformed(_ detail: String) -> Problem { Problem(.invalidRequest, status: .badRequest, detail) }
}
