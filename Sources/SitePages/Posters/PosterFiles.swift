package import Catalog

/// The pictures that the films of one build have.
package struct PosterFiles: Sendable {
    /// By their places in the catalog.
    package let files: [String: PosterFile]
    /// Films whose picture is at another site: pages load nothing from there.
    private let elsewhere: [PosterReference]

    package init(files: [String: PosterFile] = [:], elsewhere: [PosterReference] = []) {
        self.files = files
        self.elsewhere = elsewhere
    }

    /// What whoever builds the site should know.
    package var notes: [String] {
        guard let first = elsewhere.first else { return [] }
        let (films, verb) = elsewhere.count == 1 ? ("1 film", "names") : ("\(elsewhere.count) films", "name")
        return [
            "\(films) \(verb) a poster at another site, which pages do not load; a poster is drawn instead "
                + "(\(first.slug): \(first.poster.location))"
        ]
    }
}

/// Reads the bytes of a picture that was found, by its place in the catalog.
package typealias PosterReader = @Sendable (_ location: String, PosterFile) throws -> [UInt8]
