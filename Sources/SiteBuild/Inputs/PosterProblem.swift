import Catalog
import SitePages

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
