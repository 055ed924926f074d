import Catalog

/// The pictures that the films of one build have.
struct PosterFiles: Sendable {
    /// By their places in the catalog.
    var files: [String: PosterFile] = [:]
    /// Films whose picture is at another site: pages load nothing from there.
    var elsewhere: [PosterReference] = []

    /// What whoever builds the site should know.
    var notes: [String] {
        guard let first = elsewhere.first else { return [] }
        let (films, verb) = elsewhere.count == 1 ? ("1 film", "names") : ("\(elsewhere.count) films", "name")
        return [
            "\(films) \(verb) a poster at another site, which pages do not load; a poster is drawn instead "
                + "(\(first.slug): \(first.poster.location))"
        ]
    }
}

/// Why a film cannot have the picture that it names.
struct PosterProblem: Error {
    private let fault: String

    private static let shown = 20

    init(_ fault: String) {
        self.fault = fault
    }

    func sentence(_ reference: PosterReference, _ folder: String) -> String {
        "\(folder)/\(reference.poster.location): the poster of '\(reference.title)' (\(reference.slug)) \(fault)"
    }

    static func error(_ sentences: [String]) -> BuildError {
        let rest = sentences.count > shown ? ["… and \(sentences.count - shown) more posters"] : []
        return BuildError((sentences.prefix(shown) + rest).joined(separator: "\n"))
    }
}
