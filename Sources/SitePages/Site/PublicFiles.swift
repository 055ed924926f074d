package import Pictures

/// What pages have to know of the files that a site serves as they are.
package struct PublicFiles: Sendable {
    /// Below the site's root.
    private let paths: Set<String>
    /// Of all assets: it stands in their addresses, so that browsers may keep them for ever.
    package let assetsHash: String
    /// The size of the picture that stands beside a link to a page where people share it; `nil` if there is none.
    let sharedImage: ImageSize?

    /// The file of that picture, among the assets.
    package static let sharedImageName = "share.png"

    package init(paths: Set<String> = [], assetsHash: String, sharedImage: ImageSize? = nil) {
        self.paths = paths
        self.assetsHash = assetsHash
        self.sharedImage = sharedImage
    }

    func has(_ path: String) -> Bool { paths.contains(path) }
}
