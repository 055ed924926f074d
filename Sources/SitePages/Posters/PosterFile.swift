package import Files
package import Pictures

/// A picture of a film, as the site serves it.
package struct PosterFile: Codable, Hashable, Sendable {
    package let stamp: FileStamp
    /// Below the site's root, with a hash of the bytes: browsers may keep it for ever.
    package let path: String
    /// `nil` if the file does not tell.
    package let size: ImageSize?
    /// That it is a whole picture, and nothing but that wherever it is opened.
    private let isPicture: Bool

    /// - Parameters:
    ///   - stamp: from before it was read.
    ///   - path: see ``path``.
    package init(checked stamp: FileStamp, path: String, size: ImageSize?) {
        self.stamp = stamp
        self.path = path
        self.size = size
        isPicture = true
    }

    /// Where the site has all its posters. Nothing in there is ever another thing under the same name.
    package static let folder = "posters"
    /// Below that, those that were drawn, each in a folder that is named after its film.
    static let drawn = "drawn"

    /// Where the drawn poster of a film is.
    static func drawn(_ slug: String, _ tag: String) -> String { "\(drawnFolder(slug))/\(tag).svg" }
    static func drawnFolder(_ slug: String) -> String { "\(folder)/\(drawn)/\(slug)" }
    /// The film of a drawn poster; `nil` if the file is none.
    static func slug(ofDrawn path: [String]) -> String? { path.count == 4 && path[0] == folder ? path[2] : nil }
}
