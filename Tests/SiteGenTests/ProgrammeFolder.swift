import Catalog
import Foundation
import GRDB
import TestSupport

/// A folder in which somebody works on the golden site with the real program.
struct ProgrammeFolder {
    let folder: TemporaryFolder
    let program = Program("sitegen")
    static let now = "2026-11-21T15:00:00Z"

    init() throws {
        folder = try TemporaryFolder()
        let document = Repository.root.appending(path: "Tests/SiteGenTests/Golden/programme.yaml")
        try FileManager.default.copyItem(at: document, to: folder.url.appending(path: "programme.yaml"))
        try folder.addTemplatesAndPublic()
        _ = try sitegen("import", "programme.yaml")
    }

    func sitegen(_ arguments: String...) throws -> Program.Result { try program.run(arguments, in: folder.url) }

    /// Builds at the pinned instant.
    func build(_ options: String..., now: String = Self.now) throws -> Program.Result {
        try program.run(["build", "--now", now] + options, in: folder.url)
    }

    func edit(_ sql: String, foreignKeys: Bool = true) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = foreignKeys
        configuration.busyMode = .timeout(10)
        try DatabaseQueue(path: folder.path("catalog.sqlite"), configuration: configuration).write {
            try $0.execute(sql: sql)
        }
    }

    /// Waits for something that another process does.
    ///
    /// - Returns: `false` if it has not come true in time.
    func becomes(_ condition: () throws -> Bool) async throws -> Bool {
        let deadline = ContinuousClock.now + .seconds(300)
        while try !condition() {
            guard ContinuousClock.now < deadline else { return false }
            try await Task.sleep(for: .milliseconds(5))
        }
        return true
    }
}
