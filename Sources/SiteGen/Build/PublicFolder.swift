import Crypto
import Foundation
import Spelling

/// The files that a site serves as they are. Those in `assets` get an address with a hash of them all in it, so that
/// browsers may keep them for ever; all others keep their names.
struct PublicFolder: Sendable {
    struct File: Sendable {
        /// Below the site's root.
        let path: String
        let source: URL
    }

    let files: [File]
    let assetsHash: String

    private static let assets = "assets/"

    /// - Throws: ``BuildError`` if the folder cannot be read.
    init(_ folder: URL) throws {
        guard let enumerator = FileManager.default.enumerator(atPath: folder.path) else {
            throw BuildError("\(folder.relativePath): there is no such folder; name it with --public")
        }
        var names: [String] = []
        for case let name as String in enumerator {
            let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
            if !isHidden, enumerator.fileAttributes?[.type] as? FileAttributeType == .typeRegular { names.append(name) }
        }
        names.sort()
        var hash = SHA256()
        for name in names where name.hasPrefix(Self.assets) {
            // Lengths keep the end of one thing from passing for the beginning of the next.
            let contents = try Data(contentsOf: folder.appending(path: name))
            hash.update(data: Data("\(name.utf8.count) \(name) \(contents.count) ".utf8))
            hash.update(data: contents)
        }
        let digest = hexadecimal(hash.finalize().prefix(4))
        assetsHash = digest
        files = names.map { name in
            let path = name.hasPrefix(Self.assets) ? "assets/\(digest)/" + name.dropFirst(Self.assets.count) : name
            return File(path: path, source: folder.appending(path: name))
        }
    }
}
