import Crypto
import Files
import Foundation
import Pictures
import SitePages
import Text
import Words

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
        /// `nil` for what has no file of its own.
        let stamp: FileStamp?
    }

    let files: [File]
    /// What scripts say.
    let words: ScriptWords
    /// The keys of the words that they name.
    let wordKeys: [String]
    /// What pages have to know of them.
    let publicFiles: PublicFiles

    private static let assets = "assets/"
    private static let taken = PageKinds.rootNames

    /// - Throws: ``FileError`` if the folder or anything in it cannot be read, or is no file; ``BuildError`` if a file's
    ///   address is that of a page.
    init(_ folder: URL, words table: WordTable) throws {
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
        words = ScriptWords(words: table)
        wordKeys = try Self.wordKeys(of: found.map(\.path), words, in: folder)
        let digest = try Self.digest(
            of: found.map(\.path).filter { $0.hasPrefix(Self.assets) },
            saying: wordKeys.isEmpty ? "" : words.module(wordKeys),
            in: folder)
        let shared = Self.assets + PublicFiles.sharedImageName
        let sharedImage =
            found.contains { $0.path == shared }
            ? ImageSize(of: try Files.read("\(folder.relativePath)/\(shared)")) : nil
        let copies = found.map { file in
            let isAsset = file.path.hasPrefix(Self.assets)
            return File(
                path: isAsset ? "assets/\(digest)/" + file.path.dropFirst(Self.assets.count) : file.path,
                source: "\(folder.path)/\(file.path)",
                assetsFolder: isAsset ? "\(folder.path)/assets" : nil, stamp: file.stamp)
        }
        let module = File(
            path: "assets/\(digest)/\(ScriptWords.table)", source: table.file, assetsFolder: nil, stamp: nil)
        files = copies + (wordKeys.isEmpty ? [] : [module])
        publicFiles = PublicFiles(paths: Set(files.map(\.path)), assetsHash: digest, sharedImage: sharedImage)
    }

    /// The words that scripts name; none if there is no module that says them.
    private static func wordKeys(of paths: [String], _ words: ScriptWords, in folder: URL) throws -> [String] {
        guard paths.contains(assets + ScriptWords.speaker) else { return [] }
        if paths.contains(assets + ScriptWords.table) {
            throw BuildError(
                "\(folder.relativePath)/\(assets)\(ScriptWords.table): the site writes this file itself; rename it")
        }
        let scripts = try paths.filter { $0.hasPrefix(assets) && $0.hasSuffix(".js") }.map { path in
            let script = String(decoding: try Files.read("\(folder.relativePath)/\(path)"), as: UTF8.self)
            try words.require(in: script, "\(folder.relativePath)/\(path)")
            return script
        }
        return words.keys(in: scripts)
    }

    /// What is served as a file.
    func bytes(of file: File) throws -> [UInt8] {
        guard file.stamp != nil else { return Array(try words.module(wordKeys).utf8) }
        let bundle = try file.assetsFolder.flatMap { try ModuleBundle.bytes(of: file.source, in: $0, words: words) }
        return try bundle ?? Files.read(file.source)
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

    private static func digest(of names: [String], saying words: String, in folder: URL) throws -> String {
        var hash = SHA256()
        hash.update(data: Data(ModuleBundle.version.utf8))
        hash.update(data: Data("\(words.utf8.count) \(words)".utf8))
        for name in names {
            // Lengths keep the end of one thing from passing for the beginning of the next.
            let contents = try Files.read("\(folder.relativePath)/\(name)")
            hash.update(data: Data("\(name.utf8.count) \(name) \(contents.count) ".utf8))
            hash.update(data: contents)
        }
        return Hexadecimal.encode(hash.finalize().prefix(4))
    }
}
