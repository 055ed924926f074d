import Files
import Markup

/// What is known of a site before its pages are read.
struct Site: Sendable {
    let folder: String
    let profile: SiteProfile
    let files: FileTable
    /// `nil` if nobody has said it: then no absolute address is known to lead into the site.
    let address: SiteAddress?
    var assets = AssetTable()
    /// What hosts are told to send with pages.
    var policies: [SentPolicy] = []

    /// - Parameter baseURL: where the site is; else its home page says it.
    init(folder: String, profile: SiteProfile, baseURL: String?) {
        self.folder = folder
        self.profile = profile
        files = FileTable(of: folder)
        address =
            baseURL.map { SiteAddress(ArraySlice($0.utf8)) }
            ?? (try? Files.read("\(folder)/index.html")).map(PageReader.facts)?.canonicals.first
            .flatMap { SiteAddress($0.address) }
    }

    func path(_ number: Int) -> String { files.path(number).text }

    func number(_ path: String) -> Int? { files.number(of: Array(path.utf8)) }

    func read(_ number: Int) throws(FileError) -> Document {
        let path = path(number)
        return Document(number: number, path: path, bytes: try Files.read("\(folder)/\(path)"))
    }

    /// - Returns: `nil` if it cannot be read.
    func document(_ number: Int) -> Document? { try? read(number) }

    func document(_ path: String) -> Document? { number(path).flatMap(document) }
}
