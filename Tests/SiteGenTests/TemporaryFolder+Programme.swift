import Foundation
import TestSupport

extension TemporaryFolder {
    /// What a cinema begins with: `programme.yaml`, `Templates` and `Public`.
    static func withProgramme() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("marquee: 1\nmovies: [{title: Up, year: 2009}]\n", to: "programme.yaml")
        try folder.addTemplatesAndPublic()
        return folder
    }

    /// Copies of the repository's own.
    func addTemplatesAndPublic() throws {
        for name in ["Templates", "Public"] {
            try FileManager.default.copyItem(
                at: Repository.root.appending(path: name), to: url.appending(path: name))
        }
    }
}
