import Crypto
import Files
import Foundation
import SitePages
import Templating
import Text
import Words

/// All that a site is made from besides the catalog, the films' pictures and the clock.
struct SiteInputs: Sendable {
    let words: SiteWords
    let templates: SiteTemplates
    let publicFolder: PublicFolder
    let fingerprint: Fingerprint

    /// What tells whether any of it was changed since another build.
    struct Fingerprint: Codable, Equatable {
        let program: [FileStamp?]
        let settings: [String]
        /// The texts of the templates, as hashes, by name.
        let templates: [String: String]
        /// The words of pages, as hashes, by key: those that templates name.
        let templateWords: [String: String]
        /// Of all words that pages say without their templates.
        let words: String
        let assets: String
        let publicFiles: [String: FileStamp]
    }

    /// - Throws: ``TemplateError``, ``BuildError``.
    init(templates folder: URL, publicFolder publicURL: URL, posters: URL, settings: SiteSettings) throws {
        let library = try TemplateLibrary(folder: folder)
        let table = library.words
        words = try SiteWords(table)
        templates = try SiteTemplates(library)
        publicFolder = try PublicFolder(publicURL, words: table)
        try table.requireUse(Set(templates.words + publicFolder.wordKeys))
        fingerprint = Fingerprint(
            program: [Bundle.main.executablePath, "/usr/share/zoneinfo/tzdata.zi", "/usr/share/zoneinfo/."].map {
                $0.flatMap(FileStamp.init(at:))
            },
            settings: [
                settings.url.absolute(settings.url.root), settings.api.absolute(settings.api.root),
                "\(settings.isCompressed)",
                posters.path,
            ],
            templates: templates.texts.mapValues { Hexadecimal.encode(SHA256.hash(data: Data($0.utf8)).prefix(8)) },
            templateWords: Dictionary(
                uniqueKeysWithValues: templates.words.map { ($0, Self.digest([$0], of: table)) }),
            words: Self.digest(words.keys, of: table),
            assets: publicFolder.publicFiles.assetsHash,
            publicFiles: Dictionary(
                publicFolder.files.compactMap { file in file.stamp.map { (file.path, $0) } },
                uniquingKeysWith: { first, _ in first }))
    }

    private static func digest(_ keys: [String], of table: WordTable) -> String {
        let texts = keys.map { "\($0)\n\(table.words[$0]?.text ?? "")\n" }
        return Hexadecimal.encode(SHA256.hash(data: Data(texts.joined().utf8)).prefix(8))
    }
}
