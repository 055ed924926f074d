import Compression
import SitePages

/// Puts a `.gz` and a `.br` beside every file that gains from it.
final class CompressedFiles: BuildSink {
    private let files: any BuildSink
    private var gzip: Gzip
    private let brotli = Brotli()

    private static let endings = [".gz", ".br"]

    init(beside files: any BuildSink) throws {
        self.files = files
        gzip = try Gzip()
    }

    var report: RenderReport { files.report }

    func write(_ bytes: [UInt8], to path: String) throws -> Bool {
        let differs = try files.write(bytes, to: path)
        guard Compression.isWorthwhile(path: path, size: bytes.count) else {
            for ending in Self.endings { try files.remove(path + ending) }
            return differs
        }
        // To compress takes longer than to render, and what is the same is compressed the same.
        if !differs, try Self.endings.allSatisfy({ try files.keep(path + $0) }) { return false }
        _ = try files.write(try gzip.compress(bytes), to: path + ".gz")
        _ = try files.write(try brotli.compress(bytes), to: path + ".br")
        return differs
    }

    func keep(_ path: String) throws -> Bool { try files.keep(path) }

    func remove(_ path: String) throws {
        for ending in [""] + Self.endings { try files.remove(path + ending) }
    }

    func keepOnly(_ names: Set<String>, in folder: String, among isOfSort: (String) -> Bool) throws {
        let kept = names.union(names.flatMap { name in Self.endings.map { name + $0 } })
        try files.keepOnly(kept, in: folder) { isOfSort(Self.withoutEnding($0)) }
    }

    private static func withoutEnding(_ name: String) -> String {
        endings.first { name.hasSuffix($0) }.map { String(name.dropLast($0.count)) } ?? name
    }
}
