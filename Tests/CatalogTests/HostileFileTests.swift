import CZlib
import Catalog
import Foundation
import TestSupport
import Testing

@testable import CatalogImport

@Suite("A file that is not what its name says")
struct HostileFileTests {
    private func problem(_ contents: [UInt8], as name: String, limit: Int = SourceFile.usualLimit) throws -> String {
        try #require(throws: ImportFailure.self) { try SourceFile(path: name, contents: Data(contents), limit: limit) }
            .description
    }

    @Test("in another encoding is told by name", arguments: ["UTF-16", "UTF-32"])
    func wideText(name: String) throws {
        let text = "marquee: 1\nmovies: [{title: Amélie}]\n"
        let encodings: [String.Encoding] =
            name == "UTF-16"
            ? [.utf16, .utf16LittleEndian, .utf16BigEndian] : [.utf32, .utf32LittleEndian, .utf32BigEndian]
        for encoding in encodings {
            let bytes = try #require(text.data(using: encoding))
            #expect(try problem([UInt8](bytes), as: "a.yaml") == "a.yaml:1:1: is text in \(name); save it as UTF-8")
        }
    }

    @Test("in Latin-1 is told by line and column")
    func latin() throws {
        let text = "title\nÜber\nAm\u{E9}lie\n".unicodeScalars
        let latin = text.map { UInt8($0.value) }
        #expect(try problem(latin, as: "a.csv") == "a.csv:2:1: is not UTF-8 text; save it as UTF-8")
        let half = Array("title\nÜber Am".utf8) + [0xE9, 0x6C]
        #expect(try problem(half, as: "a.csv") == "a.csv:2:8: is not UTF-8 text; save it as UTF-8")
        #expect(try problem(Array("title\nx".utf8) + [0xC3], as: "a.csv").hasPrefix("a.csv:2:2:"))
        // What stands for bytes that are no text is itself text.
        #expect(try SourceFile(path: "a.csv", contents: Data("title\n\u{FFFD}\n".utf8)).text.contains("\u{FFFD}"))
    }

    @Test("with a zero byte is told where")
    func zero() throws {
        let bytes = Array("title\n".utf8) + Array("a long line of other text, for it is not UTF-16: A\0B".utf8)
        #expect(try problem(bytes, as: "a.csv") == "a.csv:2:51: is no text: it has a zero byte (U+0000)")
    }

    @Test(
        "of another format is told by name",
        arguments: [
            ("PK\u{3}\u{4}", "ZIP"), ("BZh91AY", "bzip2"), ("%PDF-1.7", "PDF"), ("SQLite format 3\0", "SQLite"),
            ("PAR1", "Parquet"),
        ])
    func formats(start: String, name: String) throws {
        #expect(try problem(Array(start.utf8) + [1, 2, 3], as: "a.csv").contains(name))
    }

    @Test("is decompressed, member by member, and cut off nowhere")
    func members() throws {
        let contents = try gzip("title\n") + gzip("Up\n")
        #expect(try SourceFile(path: "a.csv.gz", contents: Data(contents)).text == "title\nUp\n")
        for length in [3, 12, contents.count - 1] {
            #expect(try problem(Array(contents.prefix(length)), as: "a.csv.gz").contains("ends too early"))
        }
        #expect(try problem(contents + [1, 2, 3], as: "a.csv.gz").contains("damaged"))
        var changed = contents
        changed[contents.count - 6] ^= 1
        #expect(try problem(changed, as: "a.csv.gz").contains("damaged"))
        #expect(try problem(Array("title".utf8), as: "a.csv.gz").contains("is no gzip file"))
    }

    @Test("is refused when it is compressed and not called so, or compressed twice")
    func twice() throws {
        let once = try gzip("title\nUp\n")
        #expect(try problem(once, as: "a.csv").contains("its name must end in .gz"))
        #expect(try problem(gzip(bytes: once), as: "a.csv.gz").contains("once for each time"))
    }

    @Test("becomes no larger than it may")
    func bomb() throws {
        let bomb = try gzip(bytes: [UInt8](repeating: UInt8(ascii: "a"), count: 8 << 20))
        #expect(bomb.count < 10_000)
        #expect(try problem(bomb, as: "a.json.gz", limit: 4 << 20).contains("is larger than 4 MiB"))
        #expect(throws: Never.self) { try SourceFile(path: "a.json.gz", contents: Data(bomb), limit: 8 << 20) }
        #expect(try problem([UInt8](repeating: 0x61, count: 101), as: "a.json", limit: 100).contains("is larger than"))
    }

    @Test("that is handed over without an end is read no further than it may be long")
    func endless() throws {
        let endless = open("/dev/zero", O_RDONLY | O_CLOEXEC)
        defer { close(endless) }
        let problem = try #require(throws: ImportFailure.self) {
            try SourceFile(path: "/dev/fd/\(endless)", limit: 1 << 20)
        }
        #expect(problem.description.contains("is larger than 1 MiB"))
    }

    private func gzip(_ text: String) throws -> [UInt8] { try gzip(bytes: Array(text.utf8)) }

    private func gzip(bytes: [UInt8]) throws -> [UInt8] {
        var stream = z_stream()
        let gzipHeader: Int32 = 16
        let status = deflateInit2_(
            &stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + gzipHeader, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        try #require(status == Z_OK)
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: bytes.count + 100)
        let written = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                return deflate(&stream, Z_FINISH) == Z_STREAM_END ? output.count - Int(stream.avail_out) : 0
            }
        }
        try #require(written > 0)
        return Array(output.prefix(written))
    }
}
