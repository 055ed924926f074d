import Foundation
import TestSupport
import Testing

@Suite("Parts of a served file")
struct ServeRangeTests {
    private let site: ServedSite

    init() throws {
        site = try ServedSite()
    }

    @Test(
        "one range is answered with those bytes",
        arguments: [
            ("bytes=0-0", "0", "0-0"), ("bytes=2-4", "234", "2-4"), ("bytes=7-", "789", "7-9"),
            ("bytes=-3", "789", "7-9"), ("bytes=-30", "0123456789", "0-9"), ("bytes=8-200", "89", "8-9"),
            ("bytes=9-99999999999999999999", "9", "9-9"), ("Bytes=1-2", "12", "1-2"),
        ])
    func part(range: String, bytes: String, contentRange: String) async throws {
        try await site.serve { visitor in
            let answer = try await visitor.ask("/digits.txt", ["Range": range])
            #expect(answer.status == 206 && answer.body == bytes)
            #expect(answer["content-range"] == "bytes \(contentRange)/10")
            #expect(answer["content-length"] == String(bytes.utf8.count))
        }
    }

    @Test("a range beyond the end cannot be answered", arguments: ["bytes=10-", "bytes=10-20", "bytes=-0"])
    func unsatisfiable(range: String) async throws {
        try await site.serve { visitor in
            let answer = try await visitor.ask("/digits.txt", ["Range": range])
            #expect(answer.status == 416 && answer.body == "" && answer["content-range"] == "bytes */10")
        }
    }

    @Test(
        "what is no single range of bytes is answered with the whole",
        arguments: ["bytes=4-2", "bytes=a-b", "bytes=-", "bytes", "lines=1-2", "bytes=0-1,4-5", "bytes=+1-2", ""])
    func whole(range: String) async throws {
        try await site.serve { visitor in
            let answer = try await visitor.ask("/digits.txt", ["Range": range])
            #expect(answer.status == 200 && answer.body == "0123456789")
            #expect(answer["accept-ranges"] == "bytes" && answer["content-range"] == nil)
        }
    }

    @Test("a range of a state that is gone is answered with the whole")
    func ifRange() async throws {
        try await site.serve { visitor in
            let answer = try await visitor.ask("/digits.txt")
            let (tag, date) = (try #require(answer["etag"]), try #require(answer["last-modified"]))
            func status(_ state: String) async throws -> Int {
                try await visitor.ask("/digits.txt", ["Range": "bytes=0-1", "If-Range": state]).status
            }
            for state in [tag, date] { #expect(try await status(state) == 206, "\(state)") }
            for state in ["\"other\"", "W/" + tag, "Fri, 31 Dec 2100 23:59:59 GMT"] {
                #expect(try await status(state) == 200, "\(state)")
            }
        }
    }

    @Test("HEAD has no ranges, and an empty file no bytes")
    func nothing() async throws {
        try site.folder.write("", to: "dist/empty.txt")
        try await site.serve { visitor in
            #expect(try await visitor.ask("/digits.txt", method: "HEAD", ["Range": "bytes=0-1"]).status == 200)
            #expect(try await visitor.ask("/empty.txt", ["Range": "bytes=0-"]).status == 416)
            let empty = try await visitor.ask("/empty.txt")
            #expect(empty.status == 200 && empty["content-length"] == "0")
        }
    }

    @Test("a large file comes whole, and its middle too")
    func large() async throws {
        let text = (0..<200_000).map { String($0) }.joined(separator: "\n")
        try site.folder.write(text, to: "dist/large.txt")
        try await site.serve { visitor in
            #expect(try await visitor.ask("/large.txt").body == text)
            let middle = try await visitor.ask("/large.txt", ["Range": "bytes=100000-899999"]).body
            #expect(middle == String(text.dropFirst(100_000).prefix(800_000)))
        }
    }
}
