import Crypto
import Foundation
import Spelling

/// The files that a site serves as they are. Those in `assets` get an address with a hash of them all in it, so that
/// browsers may keep them for ever; those in `posters` are served only if a film names them, see ``PosterFolder``; all
/// others keep their names.
struct PublicFolder: Sendable {
    struct File: Sendable {
        /// Below the site's root.
        let path: String
        let source: String
        /// The folder of all assets, if it is one.
        let assetsFolder: String?
        let stamp: FileStamp
    }

    let files: [File]
    let assetsHash: String

    private static let assets = "assets/"
    /// What the site itself has at its root.
    private static let taken: Set<String> = [
        "index.html", "404.html", "movies", "theaters", "showtimes", "genres", "people", "search", "checkout",
        "tickets", "data", "feed.xml", "sitemap.xml", "sitemaps", "_headers",
    ]

    /// - Throws: ``BuildError`` if the folder cannot be read, or a file's address is that of a page.
    init(_ folder: URL) throws {
        guard FileStamp(at: folder.path)?.isFolder == true else {
            throw BuildError("\(folder.relativePath): there is no such folder; name it with --public")
        }
        var found: [(name: String, stamp: FileStamp)] = []
        Files.each(in: folder.path) { name in
            let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
            let isPoster = name.hasPrefix(PosterFile.folder + "/")
            if !isHidden, !isPoster, let stamp = FileStamp(at: "\(folder.path)/\(name)") { found.append((name, stamp)) }
        }
        found.sort { $0.name < $1.name }
        for (name, _) in found where Self.taken.contains(String(name.prefix { $0 != "/" })) {
            throw BuildError("\(folder.relativePath)/\(name): the site has a page of its own there; rename this file")
        }
        let digest = try Self.digest(of: found.map(\.name).filter { $0.hasPrefix(Self.assets) }, in: folder)
        assetsHash = digest
        files = found.map { name, stamp in
            let isAsset = name.hasPrefix(Self.assets)
            return File(
                path: isAsset ? "assets/\(digest)/" + name.dropFirst(Self.assets.count) : name,
                source: "\(folder.path)/\(name)",
                assetsFolder: isAsset ? "\(folder.path)/assets" : nil, stamp: stamp)
        }
    }

    /// - Parameter path: below the site's root.
    func has(_ path: String) -> Bool { files.contains { $0.path == path } }

    private static func digest(of names: [String], in folder: URL) throws -> String {
        var hash = SHA256()
        hash.update(data: Data(ModuleBundle.version.utf8))
        for name in names {
            // Lengths keep the end of one thing from passing for the beginning of the next.
            let contents = try Data(contentsOf: folder.appending(path: name))
            hash.update(data: Data("\(name.utf8.count) \(name) \(contents.count) ".utf8))
            hash.update(data: contents)
        }
        return hexadecimal(hash.finalize().prefix(4))
    }
}
