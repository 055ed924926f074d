import Foundation
import TestSupport
import Testing

@testable import SiteServe

@Suite("What a served site says of its files")
struct ServeContentTests {
    private let site: ServedSite

    init() throws {
        site = try ServedSite()
    }

    private static let types = [
        "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "mjs": "text/javascript; charset=utf-8", "json": "application/json", "svg": "image/svg+xml",
        "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp", "avif": "image/avif",
        "ico": "image/x-icon", "woff2": "font/woff2", "txt": "text/plain; charset=utf-8", "xml": "application/xml",
        "atom": "application/atom+xml", "ics": "text/calendar; charset=utf-8",
        "webmanifest": "application/manifest+json", "pdf": "application/pdf", "unheard-of": "application/octet-stream",
    ]

    @Test("every file is of the type that its name says, and browsers must not guess another")
    func types() async throws {
        for type in Self.types.keys { try site.folder.write("x", to: "dist/file.\(type)") }
        try site.folder.write("x", to: "dist/LICENSE")
        try site.folder.write("x", to: "dist/POSTER.JPG")
        try await site.serve { visitor in
            for (type, expected) in Self.types {
                let answer = try await visitor.ask("/file.\(type)")
                #expect(answer["content-type"] == expected)
                #expect(answer["x-content-type-options"] == "nosniff")
            }
            #expect(try await visitor.ask("/LICENSE")["content-type"] == "application/octet-stream")
            #expect(try await visitor.ask("/POSTER.JPG")["content-type"] == "image/jpeg")
            #expect(try await visitor.ask("/nothing")["x-content-type-options"] == "nosniff")
        }
    }

    @Test("hashed files are kept for ever, all others asked for again")
    func cacheControl() async throws {
        for name in ["assets/1f2e3d4c/site.css", "assets/1f2e3d4c/seats/page.js", "assets/fonts/a.css", "assets/b.css"]
        {
            try site.folder.write("x", to: "dist/\(name)")
        }
        try await site.serve { visitor in
            for address in ["/assets/1f2e3d4c/site.css", "/assets/1f2e3d4c/seats/page.js"] {
                let answer = try await visitor.ask(address)
                #expect(answer["cache-control"] == "public, max-age=31536000, immutable")
            }
            for address in ["/", "/digits.txt", "/assets/fonts/a.css", "/assets/b.css", "/movies", "/nothing"] {
                #expect(try await visitor.ask(address)["cache-control"] == "no-cache")
            }
        }
    }

    @Test("what a browser has already is not sent again")
    func notModified() async throws {
        try await site.serve { visitor in
            let answer = try await visitor.ask("/digits.txt")
            let tag = try #require(answer["etag"])
            let date = try #require(answer["last-modified"])
            #expect(tag.hasPrefix("\"") && tag.hasSuffix("\""), "a strong tag")
            for headers in [
                ["If-None-Match": tag], ["If-None-Match": "\"other\", W/\(tag)"], ["If-None-Match": "*"],
                ["If-Modified-Since": date], ["If-Modified-Since": "Fri, 31 Dec 2100 23:59:59 GMT"],
            ] {
                let known = try await visitor.ask("/digits.txt", headers)
                #expect(known.status == 304 && known.body == "", "\(headers)")
                #expect(known["etag"] == tag && known["cache-control"] == "no-cache")
            }
            for headers in [
                ["If-None-Match": "\"other\""], ["If-None-Match": "\"other\"", "If-Modified-Since": date],
                ["If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT"], ["If-Modified-Since": "yesterday"],
            ] {
                #expect(try await visitor.ask("/digits.txt", headers).body == "0123456789", "\(headers)")
            }
        }
    }

    @Test("a file that was written anew is another, of the same size and in the same second too")
    func rewritten() async throws {
        try await site.serve { [site] visitor in
            let tag = try #require(try await visitor.ask("/digits.txt")["etag"])
            try site.folder.write("9876543210", to: "dist/digits.txt")
            let answer = try await visitor.ask("/digits.txt", ["If-None-Match": tag])
            #expect(answer.status == 200 && answer.body == "9876543210")
        }
    }

    @Test("the date of a file is written as HTTP has it")
    func dates() throws {
        #expect(HTTPDate(seconds: 1_795_273_200).description == "Sat, 21 Nov 2026 15:00:00 GMT")
        #expect(HTTPDate(seconds: 0).description == "Thu, 01 Jan 1970 00:00:00 GMT")
        for seconds in [0, 951_782_399, 951_782_400, 1_795_273_200, 4_102_444_799] {
            #expect(HTTPDate(HTTPDate(seconds: seconds).description)?.seconds == seconds)
        }
        for text in ["", "Sat, 21 Nov 2026", "Sat, 21 Nov 2026 15:00 GMT", "21 Nov 2026 15:00:00 GMT", "2026-11-21"] {
            #expect(HTTPDate(text) == nil, "\(text)")
        }
    }
}
