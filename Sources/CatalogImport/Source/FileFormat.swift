/// What the first bytes of a file say it is, where that is no text that can be read.
enum FileFormat {
    private static let signatures: [(bytes: [UInt8], advice: String)] = [
        (
            Array("PK\u{3}\u{4}".utf8),
            "is a ZIP archive, as spreadsheets are too; save the table as CSV in UTF-8, or unpack the archive"
        ),
        ([0xD0, 0xCF, 0x11, 0xE0], "is an old Office file; save the table as CSV in UTF-8"),
        ([0x1F, 0x8B], "is compressed by gzip; its name must end in .gz, once for each time it was compressed"),
        (Array("BZh".utf8), "is compressed by bzip2; decompress it first, or use gzip"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "is compressed by xz; decompress it first, or use gzip"),
        ([0x28, 0xB5, 0x2F, 0xFD], "is compressed by zstd; decompress it first, or use gzip"),
        ([0x37, 0x7A, 0xBC, 0xAF], "is a 7z archive; unpack it first"),
        (Array("SQLite format 3\0".utf8), "is an SQLite database; export its table as CSV"),
        (Array("PAR1".utf8), "is a Parquet file; export its table as CSV"),
        (Array("%PDF".utf8), "is a PDF; a table or a document is text"),
        ([0x89, 0x50, 0x4E, 0x47], "is a picture; a table or a document is text"),
        ([0xFF, 0xD8, 0xFF], "is a picture; a table or a document is text"),
    ]

    /// - Returns: `nil` if the bytes may be text in UTF-8.
    static func advice(for contents: some Collection<UInt8>) -> String? {
        if let encoding = wideEncoding(of: Array(contents.prefix(256))) {
            return "is text in \(encoding); save it as UTF-8"
        }
        return signatures.first { contents.starts(with: $0.bytes) }?.advice
    }

    /// UTF-16 and UTF-32 have a mark at the beginning; without one, every second byte of Latin text is zero.
    private static func wideEncoding(of start: [UInt8]) -> String? {
        if start.starts(with: [0xFF, 0xFE, 0, 0]) || start.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        guard start.count >= 4 else { return nil }
        let zeros = start.indices.filter { start[$0] == 0 }
        guard zeros.count * 3 >= start.count else { return nil }
        if zeros.count * 3 >= start.count * 2 { return "UTF-32" }
        let isOneSided = Set(zeros.map { $0 % 2 }).count == 1
        return isOneSided ? "UTF-16" : nil
    }
}
