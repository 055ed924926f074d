import Foundation
import TestSupport
import Testing

@Suite("sitegen serve as a program", .serialized)
struct ServeProgramTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try FinishedSite.folder()
    }

    @Test("stops when it is told to, with open pages too", arguments: [SIGINT, SIGTERM])
    func stops(signal: Int32) async throws {
        let program = try await ServeProgram(in: folder)
        let page = try RawConnection(port: program.port)
        try page.send("GET", "/.marquee/changes")
        try await page.read(until: "event: version")
        let idle = try RawConnection(port: program.port)
        try idle.send("GET", "/digits.txt")
        try await idle.read(until: "0123456789")
        #expect(try await program.stop(signal) == 0)
        #expect(try await page.readToEnd().suffix(5) == Array("0\r\n\r\n".utf8), "the stream must have an end")
        #expect(try await idle.readToEnd().isEmpty)
    }

    @Test("does not wait for somebody who takes nothing")
    func stalled() async throws {
        try folder.write(String(repeating: "0123456789", count: 3_000_000), to: "dist/large.txt")
        let program = try await ServeProgram(in: folder)
        let stalled = try RawConnection(port: program.port)
        try stalled.send("GET", "/large.txt")
        try await stalled.read(until: "012")
        #expect(try await program.stop(SIGTERM) == 0)
    }

    @Test("says where the site is, below its path too")
    func address() async throws {
        let program = try await ServeProgram("--base-url", "https://cinema.example/programme", in: folder)
        #expect(program.greeting == "The site is at http://localhost:\(program.port)/programme/")
        #expect(try await SiteVisitor(port: program.port).ask("/programme/").status == 200)
        #expect(try await SiteVisitor(port: program.port).ask("/").status == 404)
    }

    @Test("shows pages as they are if asked to")
    func plain() async throws {
        let program = try await ServeProgram("--no-live-reload", in: folder)
        #expect(try await SiteVisitor(port: program.port).ask("/").body == FinishedSite.page)
    }

    @Test("refuses what is no address and no port")
    func arguments() throws {
        func errors(_ arguments: String...) throws -> String {
            let result = try Program("sitegen").run(["serve"] + arguments, in: folder.url)
            #expect(result.exitCode != 0 && result.output == "")
            return result.errors
        }
        #expect(try errors("--base-url", "cinema").contains("--base-url must be an address"))
        #expect(try errors("--port", "65536").contains("--port: 65536 is not a number from 0 to 65535"))
        #expect(try errors("--output", "nowhere").contains("nowhere: there is no site here"))
        let listener = try ListeningSocket()
        let taken = try errors("--port", String(listener.port))
        #expect(taken.contains("127.0.0.1:\(listener.port): cannot listen there"))
        #expect(taken.split(separator: "\n").count == 1, "\(taken)")
    }
}
