import Foundation
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import SiteServe

/// A folder of files, served for real.
struct ServedSite {
    let folder: TemporaryFolder
    var root = ""
    var isReloading = false

    static let page = FinishedSite.page
    static let missing = FinishedSite.missing

    init() throws {
        folder = try FinishedSite.folder()
    }

    var output: ServedOutput { output(at: "dist") }

    /// A folder in the place of a finished site, with the file that a build leaves beside it.
    func output(at path: String) -> ServedOutput {
        ServedOutput(folder: URL(filePath: folder.path(path)), changeMark: folder.path(".dist.build/changed"))
    }

    /// Runs `body` with what asks a server of this folder.
    func serve(_ body: @escaping @Sendable (SiteVisitor) async throws -> Void) async throws {
        let server = SiteServer(output: output, host: "127.0.0.1", port: 0, root: root, isReloading: isReloading)
        try await server.application().test(.live) { client in
            try await body(SiteVisitor(port: try #require(client.port)))
        }
    }
}

extension LiveReload {
    /// Runs `body` with the port of a server that has this live reload.
    func serve(_ body: @escaping @Sendable (Int) async throws -> Void) async throws {
        let responder = SiteResponder(folder: SiteFolder(path: output.folder.path), root: root, liveReload: self)
        try await Application(responder: responder).test(.live) { try await body(#require($0.port)) }
    }
}
