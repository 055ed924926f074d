import Catalog
import Files
import Foundation

/// What a site is built from, opened again when it is another.
struct WatchedSources {
    private let builder: SiteBuilder
    private var opened: BuildSources?
    private var catalogFile: FileStamp?
    private var catalogVersion: Int?
    private var folders: [String: FileStamp] = [:]
    /// Of the folder that was built last; `nil` if there is none.
    private var site: UInt64?

    init(_ builder: SiteBuilder) {
        self.builder = builder
    }

    /// What to build from now. Whatever is changed from now on will have changed.
    mutating func sources() throws -> BuildSources {
        let (folders, file) = (folderStamps(), FileStamp(at: builder.catalog))
        let known = folders == self.folders && file?.inode == catalogFile?.inode ? opened : nil
        (self.folders, catalogFile, opened) = (folders, file, nil)
        let sources = try known ?? BuildSources(builder)
        catalogVersion = try sources.catalog.version()
        opened = sources
        return sources
    }

    /// Whatever stands in the place of the site from now on is not what was built.
    mutating func noteSite() { site = FileStamp(at: builder.output.path)?.inode }

    func hasChanged(lookingThroughFolders: Bool) -> Bool {
        if lookingThroughFolders, folderStamps() != folders || isSiteGone { return true }
        // While the catalog is away, another is about to take its place.
        guard let file = FileStamp(at: builder.catalog) else { return false }
        guard let opened, file.inode == catalogFile?.inode else { return file != catalogFile }
        return catalogVersion != (try? opened.catalog.version())
    }

    /// Something has changed, whatever was seen of it.
    mutating func forget() {
        opened = nil
        catalogFile = nil
    }

    private var isSiteGone: Bool { site != nil && FileStamp(at: builder.output.path)?.inode != site }

    private func folderStamps() -> [String: FileStamp] {
        var stamps: [String: FileStamp] = [:]
        let folders: Set = [builder.templates.path, builder.publicFolder.path, builder.postersFolder.path]
        for folder in folders {
            Files.each(in: folder) { stamps["\(folder)/\($0)"] = FileStamp(at: "\(folder)/\($0)") }
        }
        return stamps
    }
}
