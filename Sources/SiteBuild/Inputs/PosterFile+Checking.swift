import Crypto
import Files
import Pictures
import SitePages
import Text

extension PosterFile {
    /// The endings of the pictures that all browsers show.
    static let endings: Set<String> = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"]

    /// - Parameters:
    ///   - location: as the catalog names the file.
    ///   - stamp: from before it was read.
    /// - Throws: ``PosterProblem`` for what browsers cannot show, and for a drawing that may do something: whoever opens it
    ///   by its address would run that in the name of the site.
    init(checking bytes: [UInt8], _ location: String, _ stamp: FileStamp) throws(PosterProblem) {
        if Self.ending(of: location) == "svg" {
            if let content = ActiveContent(in: bytes) {
                throw PosterProblem("\(content.fault) (line \(content.line), column \(content.column))")
            }
        } else if let fault = Picture.fault(of: bytes) {
            throw PosterProblem(fault)
        }
        self.init(checked: stamp, path: Self.path(bytes, location), size: ImageSize(of: bytes))
    }

    /// `posters/up.jpg` becomes `posters/up-3f2a90c1d4e5.jpg`, whatever letters its name has.
    static func path(_ bytes: [UInt8], _ location: String) -> String {
        let file = location.split(separator: "/").last.map(String.init) ?? ""
        let ending = ending(of: location)
        let name = Slug.spell(String(file.dropLast(ending.count + 1)))
        let hash = Hexadecimal.encode(SHA256.hash(data: bytes).prefix(6))
        return "\(folder)/\(name.isEmpty ? "poster" : name)-\(hash).\(ending)"
    }

    /// In small letters, without the dot; empty if there is none.
    static func ending(of location: String) -> String {
        guard let dot = location.lastIndex(of: "."), !location[dot...].contains("/") else { return "" }
        return location[location.index(after: dot)...].lowercased()
    }
}
