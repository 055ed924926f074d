import Foundation

/// A folder with a catalog, and room for a store, that is gone after the test.
final class TestFolder: Sendable {
    let url = URL.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try TestCatalog.write(to: catalog)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    var catalog: String { path("catalog.sqlite") }
    var store: String { path("booking.sqlite") }

    func path(_ name: String) -> String { url.appending(path: name).path }

    func start(_ options: String...) async throws -> TestProgram {
        try await TestProgram(catalog: catalog, store: store, options: options)
    }
}
