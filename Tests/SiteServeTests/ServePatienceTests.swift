#if os(Linux)
    import HummingbirdTesting
    import TestSupport
    import Testing

    @testable import SiteServe

    @Suite("A served site and who takes nothing of it")
    struct ServePatienceTests {
        @Test("it lets them go, whatever else they have asked for")
        func unread() async throws {
            let site = try ServedSite()
            try site.folder.write(String(repeating: "Metropolis, 1927\n", count: 1_000_000), to: "dist/large.txt")
            var server = SiteServer(output: site.output, host: "127.0.0.1", port: 0)
            server.answerTimeout = .seconds(1)
            try await server.application().test(.live) { client in
                let deaf = try RawConnection(port: try #require(client.port))
                for _ in 1...3 { try deaf.send("GET", "/large.txt") }
                #expect(await deaf.isGivenUp())
            }
        }
    }
#endif
