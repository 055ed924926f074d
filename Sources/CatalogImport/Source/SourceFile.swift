import Cinema
import Files
package import Foundation

/// A file that is to be imported, its text in memory. A name that ends in `.gz` is decompressed first.
package struct SourceFile: Sendable {
    /// How many bytes a file may have, decompressed, unless somebody says otherwise: 1 GiB.
    package static let usualLimit = 1 << 30

    /// As given by the person, for messages.
    package let path: String
    let text: String

    /// - Parameters:
    ///   - path: of a file; `-` and `/dev/stdin` are the standard input.
    ///   - limit: how many bytes the file may have, decompressed.
    /// - Throws: ``ImportFailure``.
    package init(path: String, limit: Int = Self.usualLimit) throws {
        if let stamp = FileStamp(following: path), stamp.size > Int64(limit) { throw Self.tooLarge(path, limit) }
        do {
            self = try SourceFile(path: path, contents: Data(InputBytes.read(path, limit: limit)), limit: limit)
        } catch let error as FileError {
            throw ImportFailure(file: path, error.sentence)
        }
    }

    /// - Throws: ``ImportFailure``.
    package init(path: String, contents: Data, limit: Int = Self.usualLimit) throws {
        self.path = path
        guard contents.count <= limit else { throw Self.tooLarge(path, limit) }
        text =
            try path.hasSuffix(".gz") ? Self.text(path, decompressed(path, contents, limit)) : Self.text(path, contents)
    }

    /// The file's name as it is when it is not compressed.
    private var name: Substring {
        let name = path.split(separator: "/").last ?? ""
        return name.hasSuffix(".gz") ? name.dropLast(3) : name
    }

    /// `json` for `films.json` and for `films.json.gz`; empty if the name has no extension.
    var fileType: String { name.lastIndex(of: ".").map { name[$0...].dropFirst().lowercased() } ?? "" }

    /// `week.47` for `week.47.yaml`. File systems write the letters of a name in whichever normal form they like.
    var stem: String { String(name.lastIndex(of: ".").map { name[..<$0] } ?? name).inNormalForm }

    /// - Throws: ``ImportFailure``.
    func readValue() throws -> SourceValue {
        try reading { fileType == "json" ? try JSONReader.read(text) : try readYAML(text) }
    }

    /// Says in which file a problem is.
    ///
    /// - Throws: ``ImportFailure`` in place of a ``SyntaxProblem``.
    func reading<Value>(_ read: () throws -> Value) throws -> Value {
        do {
            return try read()
        } catch let error as SyntaxProblem {
            throw ImportFailure(file: path, error.message, at: error.position)
        }
    }

    private static func text(_ path: String, _ contents: some RandomAccessCollection<UInt8>) throws -> String {
        if let advice = FileFormat.advice(for: contents) { throw ImportFailure(file: path, advice) }
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let unmarked = contents.starts(with: byteOrderMark) ? contents.dropFirst(3) : contents[...]
        guard let text = String(validating: unmarked, as: UTF8.self) else {
            throw ImportFailure(
                file: path, "is not UTF-8 text; save it as UTF-8", at: firstInvalidByte(of: unmarked))
        }
        if let zero = text.utf8.firstIndex(of: 0) {
            throw ImportFailure(
                file: path, "is no text: it has a zero byte (U+0000)", at: Position(of: zero, in: text))
        }
        return text
    }

    fileprivate static func tooLarge(_ path: String, _ limit: Int) -> ImportFailure {
        ImportFailure(
            file: path,
            "is larger than \(limit >> 20) MiB, or becomes so when it is decompressed; if it may be, give --largest-file"
        )
    }

    private static func firstInvalidByte(of contents: some RandomAccessCollection<UInt8>) -> Position {
        // What is no UTF-8 becomes U+FFFD here; before the first such place, the bytes are those of the file.
        let repaired = String(decoding: contents, as: UTF8.self)
        let same = zip(repaired.utf8.indices, contents).first { repaired.utf8[$0] != $1 }
        let end = repaired.utf8.index(repaired.startIndex, offsetBy: contents.count, limitedBy: repaired.endIndex)
        return Position(of: same?.0 ?? end ?? repaired.endIndex, in: repaired)
    }
}

extension Position {
    /// Where a byte of a text stands.
    fileprivate init(of index: String.Index, in text: String) {
        var text = String(text[..<index])
        self = text.withUTF8 { bytes in
            var cursor = TextCursor(bytes)
            for _ in bytes { cursor.skip() }
            return cursor.position()
        }
    }
}

/// Text that does not follow the rules of its format.
struct SyntaxProblem: Error {
    let position: Position
    let message: String
}

private func decompressed(_ path: String, _ contents: Data, _ limit: Int) throws -> [UInt8] {
    do {
        return try gunzip(contents, limit: limit)
    } catch {
        switch error {
        case .damaged: throw ImportFailure(file: path, "is no gzip file, or is damaged")
        case .cutOff: throw ImportFailure(file: path, "is a gzip file that ends too early; fetch it again")
        case .tooLarge: throw SourceFile.tooLarge(path, limit)
        }
    }
}
