import Files
package import Foundation

extension WordTable {
    /// The table of a folder of templates: `words/en.yaml` in it.
    ///
    /// - Throws: ``WordError`` if it is not there, and for what is wrong in it; ``FileError`` if it cannot be read.
    package init(inTemplates folder: URL) throws {
        let url = folder.appending(path: "words/\(Self.houseLanguage).yaml")
        guard Files.exists(url.path) else {
            let start = WordPosition(file: url.relativePath, line: 1, column: 1)
            throw WordError([
                start.problem("there is no table of words; take it from the templates that this version came with")
            ])
        }
        try self.init(file: url)
    }

    /// - Throws: ``WordError`` for what is wrong in it; ``FileError`` if it is not there or cannot be read.
    package init(file url: URL) throws {
        let file = url.relativePath
        let bytes = try Files.read(url.path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw WordError([
                WordProblem(
                    position: WordPosition(file: file, line: 1, column: 1),
                    sentence: "is not UTF-8 text; save it as UTF-8")
            ])
        }
        try self.init(text, language: Self.houseLanguage, file: file)
    }

    /// What the programs of this version say if nobody has changed a word of it: the table of `Templates/`.
    package static func house() throws -> WordTable {
        try WordTable(
            String(decoding: PackageResources.en_yaml, as: UTF8.self), language: houseLanguage, file: "words/en.yaml")
    }

    package static let houseLanguage = "en"

    /// For templates that name no word.
    package static let empty = WordTable(language: houseLanguage, rule: .english)
}
