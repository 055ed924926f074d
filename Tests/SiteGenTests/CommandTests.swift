import Foundation
import GRDB
import TestSupport
import Testing

@Suite("sitegen on the command line")
struct CommandTests {
    private let folder: TemporaryFolder
    private let program = Program("sitegen")

    init() throws {
        folder = try .withProgramme()
    }

    private func sitegen(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Result {
        try program.run(arguments, environment: environment, in: folder.url)
    }

    /// One sentence on stderr that begins with what is at fault, nothing on stdout, and an exit code that says so.
    private func expectFailure(_ result: Program.Result, _ sentence: String) {
        #expect(result.exitCode != 0)
        #expect(result.output == "")
        #expect(result.errors.contains(sentence), "\(result.errors)")
        #expect(!result.errors.hasPrefix("Error:"), "\(result.errors)")
        #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    }

    @Test("imports, then builds, and says what it did")
    func works() throws {
        let imported = try sitegen("import", "programme.yaml")
        #expect(imported.exitCode == 0, "\(imported.errors)")
        #expect(imported.output == "catalog.sqlite: 1 movie (1 new)\n")
        let built = try sitegen("build")
        #expect(built.exitCode == 0, "\(built.errors)")
        #expect(built.output.hasPrefix("dist: "))
        #expect(folder.exists("dist/movies/up-2009/index.html"))
    }

    @Test("takes every option from the environment too")
    func environment() throws {
        let variables = [
            "MARQUEE_CATALOG": folder.path("other.sqlite"), "MARQUEE_OUTPUT": folder.path("site"),
            "MARQUEE_BASE_URL": "https://cinema.example/x", "MARQUEE_API_URL": "https://api.example/",
        ]
        #expect(try sitegen("import", "programme.yaml", environment: variables).exitCode == 0)
        #expect(try sitegen("build", environment: variables).exitCode == 0)
        let page = try folder.read("site/index.html")
        #expect(page.contains("https://cinema.example/x/"))
        #expect(page.contains("data-api=\"https://api.example\""))
    }

    @Test("names file, line and column of what cannot be imported")
    func badInput() throws {
        try folder.write("marquee: 1\nmovies:\n  - title: Up\n    runtime: long\n", to: "bad.yaml")
        expectFailure(try sitegen("import", "bad.yaml"), "bad.yaml:4:14: 'runtime' must be a whole number")
        expectFailure(try sitegen("import", "no.yaml"), "no.yaml:1:1: there is no such file")
        try folder.write(
            "marquee: 1\nshowtimes: [{movie: a, auditorium: b, starts: 2026-11-21 20:00}]\n", to: "bad.yaml")
        expectFailure(try sitegen("import", "bad.yaml"), "bad.yaml:2:21: no movie is called 'a'")
        #expect(!folder.exists("catalog.sqlite"), "a failed import must leave no catalog behind")
    }

    @Test("says what is wrong with a template, and where")
    func brokenTemplate() throws {
        _ = try sitegen("import", "programme.yaml")
        try folder.write("<h1>{{headline}}</h1>\n{{#movies}}\n", to: "Templates/movies.mustache")
        expectFailure(try sitegen("build"), "Templates/movies.mustache:2:1: 'movies' is opened here but never closed")
        try folder.write("<h1>\n{{headin}}</h1>\n", to: "Templates/movies.mustache")
        expectFailure(
            try sitegen("build"),
            "Templates/movies.mustache:2:1: nothing here is called 'headin'; do you mean 'heading'?")
        #expect(!folder.exists("dist"))
    }

    @Test("says that the catalog is missing, corrupt, or of a newer Marquee")
    func badCatalog() throws {
        expectFailure(try sitegen("build"), "catalog.sqlite: there is no catalog")
        _ = try sitegen("import", "programme.yaml")
        try DatabaseQueue(path: folder.path("catalog.sqlite")).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: from the future')")
        }
        expectFailure(try sitegen("build"), "written by a newer version of Marquee")
        try folder.write(String(repeating: "no database ", count: 1_000), to: "catalog.sqlite")
        expectFailure(try sitegen("build"), "the catalog is damaged")
    }

    @Test("says that the output folder cannot be written")
    func readOnlyOutput() throws {
        _ = try sitegen("import", "programme.yaml")
        // The administrator may write everywhere but there.
        let isAdministrator = getuid() == 0
        let output = isAdministrator ? "/proc/site" : folder.path("locked/site")
        if !isAdministrator {
            try FileManager.default.createDirectory(
                atPath: folder.path("locked"), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o555]
            )
        }
        expectFailure(try sitegen("build", "--output", output), "cannot be written")
    }

    @Test("says that the lock of the output folder cannot be written, and not that another build has it")
    func unwritableLock() throws {
        _ = try sitegen("import", "programme.yaml")
        try FileManager.default.createDirectory(
            atPath: folder.path(".dist.build/lock"), withIntermediateDirectories: true)
        expectFailure(try sitegen("build"), ".dist.build/lock: cannot be written (Is a directory)")
    }

    @Test("says that the folder of --posters is not there")
    func noPosters() throws {
        _ = try sitegen("import", "programme.yaml")
        expectFailure(
            try sitegen("build", "--posters", "/nope"), "/nope: there is no such folder; name it with --posters")
        expectFailure(try sitegen("build", "--posters", "programme.yaml"), "there is no such folder")
    }

    @Test(
        "refuses an option that is given twice, for one of the two would be lost unseen",
        arguments: [
            ["build", "--catalog", "a.sqlite", "--catalog", "b.sqlite"],
            ["build", "--catalog=a.sqlite", "--catalog", "b.sqlite"],
            ["import", "--catalog", "a.sqlite", "programme.yaml", "--catalog", "a.sqlite"],
            ["build", "--full", "--full"],
            ["build", "--compress", "--no-compress"],
            ["watch", "--now", "2026-11-21T15:00:00Z", "--now=2026-11-22T15:00:00Z"],
        ])
    func twice(arguments: [String]) throws {
        let result = try program.run(arguments, in: folder.url)
        #expect(result.exitCode == 64)
        let option = arguments.contains("--no-compress") ? "--compress" : arguments.first { $0.hasPrefix("--") }
        let name = option?.split(separator: "=")[0] ?? ""
        #expect(result.errors.hasPrefix("Error: \(name) is given twice; give it once\n"), "\(result.errors)")
        #expect(!folder.exists("a.sqlite") && !folder.exists("b.sqlite"))
    }

    @Test("takes an option's name after -- for the name of a file")
    func afterTerminator() throws {
        #expect(
            try sitegen("import", "--", "--catalog", "--catalog").errors.contains(
                "--catalog:1:1: there is no such file"))
    }

    @Test("refuses a policy of CloudFront without a name")
    func namelessPolicy() throws {
        let result = try sitegen("headers", "cloudfront", "--name", "")
        #expect(result.exitCode != 0 && result.errors.hasPrefix("Error: --name is empty; give the policy a name"))
    }

    @Test("says that the port is in use")
    func portInUse() throws {
        _ = try sitegen("import", "programme.yaml")
        _ = try sitegen("build")
        let listener = try ListeningSocket()
        expectFailure(
            try sitegen("serve", "--port", String(listener.port)),
            "cannot listen there (Address already in use); choose another with --port")
        for (host, reason) in [
            ("no.such.host.invalid", "there is no such host"), ("203.0.113.9", "Cannot assign requested address"),
        ] {
            expectFailure(
                try sitegen("serve", "--host", host), "cannot listen there (\(reason)); choose another with --host")
        }
    }

    @Test("says that there is no site to serve")
    func noSite() throws {
        expectFailure(try sitegen("serve"), "there is no site here; make one with 'sitegen build'")
    }

    @Test("refuses an address that is none")
    func badAddress() throws {
        _ = try sitegen("import", "programme.yaml")
        #expect(try sitegen("build", "--base-url", "cinema").errors.contains("--base-url must be an address"))
        let withUser = try sitegen("build", "--base-url", "https://ada@cinema.example")
        #expect(withUser.exitCode != 0 && withUser.errors.contains("leave out what stands before the @"))
        for (api, sentence) in [
            ("https://xn--a.example", "--api-url must be an address"),
            ("http://[::1]:8081", "a name or an IPv4 address"),
        ] {
            let result = try sitegen("headers", "nginx", "--api-url", api)
            #expect(result.exitCode != 0 && result.errors.contains(sentence))
        }
        #expect(try sitegen("build", "--now", "tomorrow").errors.contains("--now must be an instant"))
    }
}
