import Files
import Foundation

/// That a site is not written among the files that it is made from: each build would publish the one before, or remove
/// what it did not write.
///
/// Folders are compared as the system knows them, so neither links, nor `..`, nor capital letters hide one.
struct SeparateFolders {
    private let output: URL
    private let inputs: [(folder: URL, option: String)]
    private let catalog: String

    init(_ builder: SiteBuilder) {
        output = builder.output.standardizedFileURL
        catalog = builder.catalog
        inputs =
            [(builder.templates, "--templates"), (builder.publicFolder, "--public")]
            + (builder.posters.map { [($0, "--posters")] } ?? [])
    }

    /// - Throws: ``BuildError``.
    func require() throws {
        let site = Self.folders(to: output.path)
        for (folder, option) in inputs where Files.exists(folder.path) {
            let input = Self.folders(to: folder.path)
            if let own = input.first, site.contains(own) {
                throw BuildError(
                    "\(output.path): the site would be written into \(folder.relativePath), the folder of \(option); "
                        + "name another with --output")
            }
            if Files.exists(output.path), let own = site.first, input.contains(own) {
                throw BuildError(
                    "\(output.path): \(folder.relativePath), the folder of \(option), is in this folder, where a build "
                        + "removes what it did not write; name another with --output")
            }
        }
        if Files.exists(output.path), let own = site.first, Self.folders(to: catalog).contains(own) {
            throw BuildError(
                "\(output.path): the catalog \(catalog) is in this folder, where a build removes what it did not write; "
                    + "name another with --output")
        }
    }

    /// What is at a path, or would be made there, and the folders that it is in: the nearest first, as far as they exist.
    private static func folders(to path: String) -> [FileIdentity] {
        var path = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        while Files.resolved(path) == nil, path.count > 1 { path = parent(of: path) }
        path = Files.resolved(path) ?? "/"
        var identities: [FileIdentity] = []
        while true {
            if let identity = FileIdentity(path: path) { identities.append(identity) }
            guard path.count > 1 else { return identities }
            path = parent(of: path)
        }
    }

    private static func parent(of path: String) -> String {
        let parent = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
        return parent.isEmpty ? "/" : String(parent)
    }
}
