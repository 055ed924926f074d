import Foundation
import GRDB
import TestSupport

@testable import SiteBuild

/// The golden site, with texts put into fields of its catalog by SQL, beside the same site with harmless ones.
struct HostileSite {
    static let harmless = "harmless"
    /// A search shard is named by the beginnings of the words in it.
    private static let named = "data/search/"

    let fields: [FreeTextField]
    private let files: [String: ReadFile]

    /// - Parameter text: what is written into each field; `nil` leaves it as it is.
    init(templates: URL? = nil, _ text: (FreeTextField) -> String?) async throws {
        var sample = try SampleSite.golden()
        if let templates { sample.templates = templates }
        let catalog = try DatabaseQueue(path: sample.folder.path("catalog.sqlite"))
        fields = try await catalog.write { try FreeTextField.all($0) }
        let texts = fields.map(text)
        try await catalog.write { [fields] database in
            for (number, field) in fields.enumerated() {
                if let text = texts[number] { try field.write(text, number: number, database) }
            }
        }
        try catalog.close()
        try await sample.build()
        var files: [String: ReadFile] = [:]
        for (path, bytes) in try sample.folder.contents(of: "dist") {
            do {
                files[path] = try ReadFile(path, bytes)
            } catch {
                throw ReadingError("\(path): \(error)")
            }
        }
        self.files = files
    }

    /// What of this site differs from one that says something else.
    ///
    /// - Parameter texts: what the fields of this one have.
    func problems(comparedWith other: HostileSite, texts: [String]) -> [String] {
        let (mine, others) = (filesByName, other.filesByName)
        let names = Set(mine.keys).union(others.keys).filter { !$0.hasPrefix(Self.named) }.sorted()
        return names.flatMap { name -> [String] in
            guard let file = mine[name] else { return ["\(name) is missing"] }
            guard let model = others[name] else { return ["\(name) is there, and should not be"] }
            let index = zip(file.structure, model.structure).enumerated().first { $1.0 != $1.1 }?.offset
            if let index {
                return ["\(name): '\(file.structure[index])' where '\(model.structure[index])' belongs"]
            }
            if file.structure.count != model.structure.count { return ["\(name) is longer or shorter"] }
            return marks.compactMap { lost($0, in: file, model, texts: texts) }.map { "\(name): \($0)" }
        }
    }

    /// Where a field is shown, its whole text must be, unless it is cut.
    private func lost(_ mark: String, in file: ReadFile, _ model: ReadFile, texts: [String]) -> String? {
        guard model.texts.contains(where: { Self.isPart(mark, of: $0) }) else { return nil }
        let shown = file.texts.filter { Self.isPart(mark, of: $0) }.map(Self.plain)
        let whole = texts.map { Self.plain($0 + mark) }
        if shown.isEmpty {
            let endsInC = texts.contains { $0.contains("\0") }
            let isCut = texts.contains { $0.count > 100 } && file.texts.contains { $0.hasSuffix("…") }
            return endsInC || isCut ? nil : "nothing of the text\(mark) is there"
        }
        return shown.first { shown in !whole.contains { Self.isPart($0, of: shown) } }.map {
            "'\($0.prefix(200))' is not the text that was written"
        }
    }

    private var marks: [String] { fields.enumerated().map { $1.mark($0) } }

    /// The files by their paths without what is a hash of their contents.
    private var filesByName: [String: ReadFile] {
        Dictionary(
            files.map { path, file in
                let drawn = path.replacing(/^posters\/drawn\/(.*)\/[0-9a-f]+/) { "posters/drawn/\($0.1)" }
                return (drawn.replacing(/[.-][0-9a-f]{8,}(?=[.\/]|$)/, with: ""), file)
            }
        ) { first, _ in first }
    }

    /// By bytes: a mark that combines with the sign before it is another character, and the same text.
    private static func isPart(_ part: String, of text: String) -> Bool { strstr(text, part) != nil }

    /// A text without white space, which may be changed on the way, and without signs that no file may have.
    private static func plain(_ text: String) -> String {
        let signs = text.unicodeScalars.filter { sign in
            let isNone = sign.properties.generalCategory == .control || sign.properties.isNoncharacterCodePoint
            return !isNone && !sign.properties.isWhitespace && sign != "\u{FFFD}"
        }
        return String(String.UnicodeScalarView(signs))
    }

    /// Paths that a file system or a host could take for something else.
    var unsafePaths: [String] {
        files.keys.filter { path in
            path.split(separator: "/", omittingEmptySubsequences: false).contains { part in
                part.isEmpty || (part.hasPrefix(".") && path != ".marquee") || part.contains("..")
                    || !part.utf8.allSatisfy { sign in
                        (48...57).contains(sign) || (97...122).contains(sign) || "-_.".utf8.contains(sign)
                    }
            }
        }.sorted()
    }
}
