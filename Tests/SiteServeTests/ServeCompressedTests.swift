import Foundation
import TestSupport
import Testing

@Suite("Compressed files beside those of a served site")
struct ServeCompressedTests {
    private let site: ServedSite

    init() throws {
        site = try ServedSite()
        for name in ["digits.txt", "index.html", "movies/up-2009/index.html"] {
            try site.folder.write("gzip", to: "dist/\(name).gz")
            try site.folder.write("brotli", to: "dist/\(name).br")
        }
    }

    @Test(
        "are sent to those who take them",
        arguments: [
            ("gzip, deflate, br", "br"), ("gzip", "gzip"), ("GZIP;q=0.5", "gzip"), ("br;q=0.5, gzip;q=0.8", "gzip"),
            ("br;q=0, gzip", "gzip"), ("*", "br"), ("*;q=0.1, br;q=0", "gzip"),
        ])
    func sent(accepted: String, coding: String) async throws {
        try await site.serve { visitor in
            for address in ["/digits.txt", "/", "/movies/up-2009/"] {
                let answer = try await visitor.ask(address, ["Accept-Encoding": accepted])
                #expect(answer.status == 200 && answer["content-encoding"] == coding)
                #expect(answer.body == (coding == "br" ? "brotli" : "gzip"))
                #expect(answer["content-length"] == String(answer.body.utf8.count))
                #expect(answer["vary"] == "Accept-Encoding")
            }
            #expect(
                try await visitor.ask("/digits.txt", ["Accept-Encoding": accepted])["content-type"]
                    == "text/plain; charset=utf-8")
        }
    }

    @Test("are not sent to others", arguments: ["", "identity", "deflate", "gzip;q=0, br;q=0", "*;q=0", "br;q=x"])
    func notSent(accepted: String) async throws {
        try await site.serve { visitor in
            let answer = try await visitor.ask("/digits.txt", ["Accept-Encoding": accepted])
            #expect(answer.body == "0123456789" && answer["content-encoding"] == nil)
            #expect(answer["vary"] == "Accept-Encoding")
        }
    }

    @Test("have tags of their own, and no ranges")
    func tags() async throws {
        try await site.serve { visitor in
            let (plain, coded) = (
                try await visitor.ask("/digits.txt"), try await visitor.ask("/digits.txt", ["Accept-Encoding": "br"])
            )
            let tag = try #require(coded["etag"])
            #expect(tag != plain["etag"] && coded["accept-ranges"] == nil)
            let known = try await visitor.ask("/digits.txt", ["Accept-Encoding": "br", "If-None-Match": tag])
            #expect(known.status == 304 && known["vary"] == "Accept-Encoding")
            let other = try await visitor.ask("/digits.txt", ["If-None-Match": tag])
            #expect(other.status == 200 && other.body == "0123456789")
            let range = try await visitor.ask("/digits.txt", ["Accept-Encoding": "br", "Range": "bytes=0-1"])
            #expect(range.status == 200 && range.body == "brotli")
        }
    }

    @Test("are forgotten once the file itself is newer")
    func stale() async throws {
        for suffix in [".br", ".gz"] {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)],
                ofItemAtPath: site.folder.path("dist/digits.txt\(suffix)"))
        }
        try await site.serve { visitor in
            let answer = try await visitor.ask("/digits.txt", ["Accept-Encoding": "gzip, br"])
            #expect(answer.body == "0123456789" && answer["vary"] == nil)
        }
    }

    @Test("are not needed, and not sent for a page that reloads itself")
    func none() async throws {
        var site = site
        site.isReloading = true
        try site.folder.write("plain", to: "dist/plain.txt")
        try await site.serve { visitor in
            let plain = try await visitor.ask("/plain.txt", ["Accept-Encoding": "gzip, br"])
            #expect(plain.body == "plain" && plain["vary"] == nil)
            let page = try await visitor.ask("/", ["Accept-Encoding": "gzip, br"])
            #expect(page["content-encoding"] == nil && page.body.contains("Up, 2009"))
        }
    }
}
