import HTTPTypes
import NIOHTTP1
import Testing

@testable import WebService

@Suite("The head of a request")
struct RequestHeadTests {
    private func head(
        _ headers: HTTPHeaders = ["Host": "x"], _ uri: String = "/health", _ method: HTTPMethod = .GET,
        _ version: HTTPVersion = .http1_1
    ) throws(Problem) -> RequestHead {
        try RequestHead(HTTPRequestHead(version: version, method: method, uri: uri, headers: headers))
    }

    private func status(
        _ headers: HTTPHeaders = ["Host": "x"], _ uri: String = "/health", _ method: HTTPMethod = .GET,
        _ version: HTTPVersion = .http1_1
    ) -> Int? {
        do throws(Problem) {
            _ = try head(headers, uri, method, version)
            return nil
        } catch {
            return error.status.code
        }
    }

    @Test(
        "a host is a name or an address, with or without a port",
        arguments: [
            "x", "cinema.example", "cinema.example.", "CINEMA.example:8081", "x:", "x:0", "x:00080", "127.0.0.1",
            "127.0.0.1:65535", "[::1]", "[2001:db8::7]:443", "[::ffff:192.0.2.7]", "[v7.a:b]",
            "xn--knigskino-07a.example",
            "a_b~c!$&'()*+,;=d", "k%C3%B6nig", "a%20b", " x ", "x\t",
        ])
    func host(value: String) {
        #expect(status(["Host": value]) == nil)
        #expect(HostField.isValid(value.trimmed))
    }

    @Test(
        "what is no host is refused with 400",
        arguments: [
            "", " ", ":", ":80", "x:y", "x:-1", "x:+1", "x:65536", "x:99999999999999999999", "x:80:80", "x: 80", "a b",
            "a, b", "a\tb", "user@x", "user:pass@x", "http://x", "x/", "x/y", "x?y", "x#y", "a b/<>\"", "x\\y", "a|b",
            "a^b",
            "{x}", "<x>", "\"x\"", "`x`", "k%C3%B", "k%", "k%zz", "%", "könig", "x\u{0}", "x\u{7F}", "x\r", "::1",
            "2001:db8::7",
            "[::1", "::1]", "[]", "[::1]x", "[::1]:x", "[::1%25eth0]", "[::1%eth0]", "[127.0.0.1]", "[x]", "[v.a]",
            "[v7.]",
            "[v7a]", "[vg.a]", "[::1\u{0}]", "[[::1]]", "[:::1]",
        ])
    func noHost(value: String) {
        #expect(status(["Host": value]) == 400)
        #expect(status(["Host": value], "http://x/health") == 400)
        #expect(status(["Host": value], "/health", .GET, .http1_0) == 400)
    }

    @Test("HTTP/1.1 needs one host, HTTP/1.0 at most one")
    func oneHost() {
        #expect(status([:]) == 400)
        #expect(status([:], "/health", .GET, .http1_0) == nil)
        #expect(status([:], "http://x/health") == 400)
        for version in [HTTPVersion.http1_0, .http1_1] {
            #expect(status(["Host": "x", "hOST": "x"], "/health", .GET, version) == 400)
            #expect(status(["Host": "x", "Host": ""], "/health", .GET, version) == 400)
        }
        #expect(status(["Hosts": "x"]) == 400)
    }

    @Test("whoever asks for a whole URL asks for its path at its host")
    func absolute() throws {
        for (target, path, host) in [
            ("http://cinema.example/health?a=b", "/health?a=b", "cinema.example"), ("HTTPS://X:1/", "/", "X:1"),
            ("http://[::1]:80", "/", "[::1]:80"), ("http://x?y", "/?y", "x"), ("http://x//y", "//y", "x"),
        ] {
            let read = try head(["Host": "other"], target).http
            #expect(read.uri == path && read.headers["host"] == [host])
        }
        #expect(try head(["Host": "x"], "//evil.example/y").http.uri == "//evil.example/y")
        #expect(try head(["Host": "x"], "*", .OPTIONS).http.uri == "*")
    }

    @Test(
        "other targets are refused",
        arguments: [
            "http://", "http:///x", "http://:80/", "http://u@x/", "http://a b/", "ftp://x/health", "ws://x/", "health",
            "*", "",
            "x:80", "http:/x", "http:x", "/health#x", "http://x/#y", "httpx://x/", "file:///etc/passwd", "?x",
        ])
    func noTarget(target: String) {
        #expect(status(["Host": "x"], target) == 400)
    }

    @Test(
        "'chunked', once and alone, is the only transfer coding",
        arguments: [
            (["chunked"], nil), (["Chunked"], nil), ([" CHUNKED\t"], nil), (["gzip, chunked"], 501),
            (["gzip", "chunked"], 501),
            (["identity, chunked"], 501), (["identity", "chunked"], 501), (["x;a=b, chunked"], 501), (["gzip"], 400),
            ([""], 400), ([" "], 400), ([","], 400), ([", chunked"], 400), (["chunked,"], 400), (["chunked", ""], 400),
            (["", "chunked"], 400), (["chunked, chunked"], 400), (["chunked", "chunked"], 400),
            (["chunked, gzip"], 400),
            (["chunked", "identity"], 400), (["chunked;q=1"], 400), (["\"chunked\""], 400), (["chunked chunked"], 400),
            (["xchunked"], 400), (["chunked\u{B}"], 400), (["cow"], 400), (["gzip, , chunked"], 400),
        ] as [([String], Int?)])
    func codings(lines: [String], expected: Int?) {
        let fields = HTTPHeaders([("Host", "x")] + lines.map { ("transfer-Encoding", $0) })
        #expect(status(fields, "/v1/holds", .POST) == expected)
        #expect(status(fields, "/v1/holds", .POST, .http1_0) == 400)
        var both = fields
        both.add(name: "Content-Length", value: "2")
        #expect(status(both, "/v1/holds", .POST) == 400)
    }

    @Test("a length beyond the limit is refused before a byte of the body has come")
    func length() {
        for (length, expected) in [
            ("0", nil), ("65536", nil), ("00065536 ", nil), ("65537", 413), ("1000000000", 413),
            ("99999999999999999999", 413),
        ] as [(String, Int?)] {
            #expect(status(["Host": "x", "Content-Length": length], "/v1/holds", .POST) == expected)
        }
    }

    @Test("the only expectation is 100-continue, of who has a body to send")
    func expectation() throws {
        let body: HTTPHeaders = ["Host": "x", "Content-Length": "2"]
        func expecting(_ value: String, _ headers: HTTPHeaders) -> HTTPHeaders {
            var headers = headers
            headers.add(name: "Expect", value: value)
            return headers
        }
        for value in ["100-continue", "100-Continue", " 100-continue\t"] {
            #expect(try head(expecting(value, body), "/v1/holds", .POST).awaitsContinue)
            #expect(try !head(expecting(value, ["Host": "x"]), "/v1/holds", .POST).awaitsContinue)
            #expect(try !head(expecting(value, body), "/v1/holds", .POST, .http1_0).awaitsContinue)
        }
        for value in ["", "100-continue2", "200-ok", "100-continue, 200-ok", "cow", "100-continue;a=b"] {
            #expect(status(expecting(value, body), "/v1/holds", .POST) == 417)
            #expect(status(expecting(value, body), "/v1/holds", .POST, .http1_0) == nil)
        }
        #expect(status(expecting("cow", expecting("100-continue", body)), "/v1/holds", .POST) == 417)
    }
}
