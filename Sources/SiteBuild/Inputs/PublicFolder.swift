import Crypto
import Files
import Foundation
import Pictures
import SitePages
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
    /// What pages have to know of them.
    let publicFiles: PublicFiles

    private static let assets = "assets/"
    private static let taken = PageKinds.rootNames

    /// - Throws: ``FileError`` if the folder or anything in it cannot be read, or is no file; ``BuildError`` if a file's
    ///   address is that of a page.
    init(_ folder: URL) throws {
        guard FileStamp(following: folder.path)?.isFolder == true else {
            throw BuildError("\(folder.relativePath): there is no such folder; name it with --public")
        }
        let tree = try FolderTree(of: folder.path, named: folder.relativePath) { path in
            let name = path.split(separator: "/").last ?? ""
            return (name.hasPrefix(".") && path != WellKnown.folder) || path == PosterFile.folder
        }
        let found = tree.files.sorted { $0.path < $1.path }
        for file in found where Self.taken.contains(String(file.path.prefix { $0 != "/" })) {
            throw BuildError(
                "\(folder.relativePath)/\(file.path): the site has a page of its own there; rename this file")
        }
        try Self.refuseCompressed(found.map(\.path), in: folder)
        let digest = try Self.digest(of: found.map(\.path).filter { $0.hasPrefix(Self.assets) }, in: folder)
        let shared = Self.assets + PublicFiles.sharedImageName
        let sharedImage =
            found.contains { $0.path == shared }
            ? ImageSize(of: try Files.read("\(folder.relativePath)/\(shared)")) : nil
        files = found.map { file in
            let isAsset = file.path.hasPrefix(Self.assets)
            return File(
                path: isAsset ? "assets/\(digest)/" + file.path.dropFirst(Self.assets.count) : file.path,
                source: "\(folder.path)/\(file.path)",
                assetsFolder: isAsset ? "\(folder.path)/assets" : nil, stamp: file.stamp)
        }
        publicFiles = PublicFiles(paths: Set(files.map(\.path)), assetsHash: digest, sharedImage: sharedImage)
    }

    /// Hosts send a `.gz` or `.br` in the place of the file beside it, whatever is in it.
    private static func refuseCompressed(_ paths: [String], in folder: URL) throws {
        let all = Set(paths)
        for path in paths {
            guard let ending = [".gz", ".br"].first(where: path.hasSuffix) else { continue }
            let plain = String(path.dropLast(ending.count))
            guard all.contains(plain) || taken.contains(plain) || DefaultFile(rawValue: plain) != nil else { continue }
            throw BuildError(
                "\(folder.relativePath)/\(path): hosts send this in the place of '\(plain)' to browsers that take compressed "
                    + "files; take it out or rename it, and let 'sitegen build --compress' make such files")
        }
    }

    private static func digest(of names: [String], in folder: URL) throws -> String {
        var hash = SHA256()
        hash.update(data: Data(ModuleBundle.version.utf8))
        for name in names {
            // Lengths keep the end of one thing from passing for the beginning of the next.
            let contents = try Files.read("\(folder.relativePath)/\(name)")
            hash.update(data: Data("\(name.utf8.count) \(name) \(contents.count) ".utf8))
            hash.update(data: contents)
        }
        return hexadecimal(hash.finalize().prefix(4))
    }
}
