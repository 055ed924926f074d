package import Foundation

/// A file that is to be imported, its text in memory. A name that ends in `.gz` is decompressed first.
package struct SourceFile: Sendable {
    /// As given by the person, for messages.
    package let path: String
    let text: String

    /// - Throws: ``ImportFailure``.
    package init(path: String) throws {
        do {
            self = try SourceFile(path: path, contents: Data(contentsOf: URL(filePath: path)))
        } catch let error as CocoaError {
            throw SourceFile.failure(
                path, error.code == .fileReadNoSuchFile ? "there is no such file" : "cannot be read")
        }
    }

    /// - Throws: ``ImportFailure``.
    package init(path: String, contents: Data) throws {
        self.path = path
        var contents = contents
        if path.hasSuffix(".gz") {
            guard let decompressed = gunzip(contents) else {
                throw Self.failure(path, "is no gzip file, or is damaged")
            }
            contents = decompressed
        }
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if contents.starts(with: byteOrderMark) { contents = contents.dropFirst(byteOrderMark.count) }
        guard let text = String(validating: contents, as: UTF8.self) else {
            throw Self.failure(path, "is not UTF-8 text; save it as UTF-8", at: Self.firstInvalidByte(of: contents))
        }
        self.text = text
    }

    /// The file's name as it is when it is not compressed.
    private var name: Substring {
        let name = path.split(separator: "/").last ?? ""
        return name.hasSuffix(".gz") ? name.dropLast(3) : name
    }

    /// `json` for `films.json` and for `films.json.gz`; empty if the name has no extension.
    var fileType: String { name.lastIndex(of: ".").map { name[$0...].dropFirst().lowercased() } ?? "" }

    /// `week.47` for `week.47.yaml`.
    var stem: String { String(name.lastIndex(of: ".").map { name[..<$0] } ?? name) }

    /// - Throws: ``ImportFailure``.
    func readValue() throws -> SourceValue {
        do {
            return fileType == "json" ? try JSONReader.read(text) : try readYAML(text)
        } catch let error as SyntaxProblem {
            throw ImportFailure(
                problems: [ImportProblem(file: path, position: error.position, message: error.message)])
        }
    }

    private static func failure(_ path: String, _ message: String, at position: Position = .start) -> ImportFailure {
        ImportFailure(problems: [ImportProblem(file: path, position: position, message: message)])
    }

    private static func firstInvalidByte(of contents: Data) -> Position {
        var position = Position.start
        for line in contents.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if String(validating: line, as: UTF8.self) == nil { break }
            position.line += 1
        }
        return position
    }
}

/// Text that does not follow the rules of its format.
struct SyntaxProblem: Error {
    let position: Position
    let message: String
}
