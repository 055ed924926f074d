import Crypto
import Files
import Foundation
import SitePages
import Spelling
import Templating

/// All that a site is made from besides the catalog, the films' pictures and the clock.
struct SiteInputs: Sendable {
    let templates: SiteTemplates
    let publicFolder: PublicFolder
    let fingerprint: Fingerprint

    /// What tells whether any of it was changed since another build.
    struct Fingerprint: Codable, Equatable {
        let program: [FileStamp?]
        let settings: [String]
        /// The texts of the templates, as hashes, by name.
        let templates: [String: String]
        let assets: String
        let publicFiles: [String: FileStamp]
    }

    /// - Throws: ``TemplateError``, ``BuildError``.
    init(templates folder: URL, publicFolder publicURL: URL, posters: URL, settings: SiteSettings) throws {
        let library = try TemplateLibrary(folder: folder)
        templates = try SiteTemplates(library)
        publicFolder = try PublicFolder(publicURL)
        fingerprint = Fingerprint(
            program: [Bundle.main.executablePath, "/usr/share/zoneinfo/tzdata.zi", "/usr/share/zoneinfo/."].map {
                $0.flatMap(FileStamp.init(at:))
            },
            settings: [
                settings.url.absolute(settings.url.root), settings.api.absolute(settings.api.root),
                "\(settings.isCompressed)",
                posters.path,
            ],
            templates: templates.texts.mapValues { hexadecimal(SHA256.hash(data: Data($0.utf8)).prefix(8)) },
            assets: publicFolder.publicFiles.assetsHash,
            publicFiles: Dictionary(
                publicFolder.files.map { ($0.path, $0.stamp) }, uniquingKeysWith: { first, _ in first }))
    }
}
