import Catalog
import Foundation
import Synchronization
import Templating

/// Builds a site: catalog, templates and public files in, a folder for a web server out.
struct SiteBuilder: Sendable {
    struct Summary: Sendable {
        let pages: Int
        let files: Int
        let bytes: Int
    }

    let catalog: String
    let templates: URL
    let publicFolder: URL
    let output: URL
    let settings: SiteSettings
    /// Renders everything and keeps nothing, for measuring and for checking templates.
    var isDryRun = false
    let progress: @Sendable (_ done: Int, _ total: Int) -> Void

    /// - Throws: an error that is one sentence; the old site is then as it was.
    func build() async throws -> Summary {
        let programme = try Catalog(readingFrom: catalog).programme(at: settings.now)
        let library = try TemplateLibrary(folder: templates)
        let publicFiles = try PublicFolder(publicFolder)
        let site = Site(programme, settings, assetsHash: publicFiles.assetsHash)
        let files = try SiteFiles(site, library, publicFiles).files
        if isDryRun { return summary(files, bytes: try await render(files) { _, _ in }) }
        let folder = try OutputFolder(output)
        do {
            let writer = FileWriter(root: folder.root)
            let bytes = try await render(files) { try writer.write($0, to: $1) }
            try folder.publish()
            return summary(files, bytes: bytes)
        } catch {
            folder.discard()
            throw error
        }
    }

    private func summary(_ files: [SiteFiles.File], bytes: Int) -> Summary {
        Summary(pages: files.count(where: \.isPage), files: files.count, bytes: bytes)
    }

    /// Every core takes files from the list until none is left.
    ///
    /// - Returns: how many bytes were rendered.
    private func render(
        _ files: [SiteFiles.File], _ keep: @escaping @Sendable (_ bytes: [UInt8], _ path: String) throws -> Void
    ) async throws -> Int {
        let queue = FileQueue(count: files.count)
        let step = 256
        return try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
                group.addTask {
                    var written = 0
                    while let index = queue.next() {
                        let bytes = try files[index].bytes()
                        try keep(bytes, files[index].path)
                        written += bytes.count
                        if index % step == 0 {
                            try Task.checkCancellation()
                            progress(index, files.count)
                        }
                    }
                    return written
                }
            }
            return try await group.reduce(0, +)
        }
    }
}

/// Hands out the numbers of files, each once.
private final class FileQueue: Sendable {
    private let count: Int
    private let taken = Atomic(0)

    init(count: Int) {
        self.count = count
    }

    func next() -> Int? {
        let index = taken.add(1, ordering: .relaxed).oldValue
        return index < count ? index : nil
    }
}
