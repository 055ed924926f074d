import Compression
import Foundation
import TestSupport
import Testing

@Suite("Gzip")
struct GzipTests {
    @Test("is undone by gzip itself", arguments: Sample.allCases)
    func roundTrip(sample: Sample) throws {
        let bytes = sample.bytes
        var gzip = try Gzip()
        #expect(try gunzip(gzip.compress(bytes)) == bytes)
    }

    @Test("makes a page small, and nothing much larger")
    func sizes() throws {
        var gzip = try Gzip()
        let page = Sample.page.bytes
        #expect(try gzip.compress(page).count < page.count / 4)
        let noise = Sample.incompressible.bytes
        #expect(try gzip.compress(noise).count < noise.count + 100)
        #expect(try gzip.compress([]).count == 20)
    }

    @Test("makes the same bytes every time, whatever was compressed before")
    func reproducible() throws {
        var first = try Gzip()
        var second = try Gzip()
        _ = try second.compress(Sample.fiveMegabytes.bytes)
        for sample in Sample.allCases {
            let once = try first.compress(sample.bytes)
            #expect(try once == second.compress(sample.bytes), "\(sample)")
            #expect(try once == first.compress(sample.bytes), "\(sample)")
        }
    }

    @Test("writes no name, no time and no system down")
    func header() throws {
        var gzip = try Gzip()
        let header = try gzip.compress(Sample.page.bytes).prefix(10)
        #expect(Array(header) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])
    }

    private func gunzip(_ bytes: [UInt8]) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "sample.gz")
        try Data(bytes).write(to: file)
        let gzip = Process()
        gzip.executableURL = URL(filePath: "/usr/bin/env")
        gzip.arguments = ["gzip", "--decompress", file.path]
        try gzip.run()
        gzip.waitUntilExit()
        #expect(gzip.terminationStatus == 0)
        return try [UInt8](Data(contentsOf: folder.url.appending(path: "sample")))
    }
}
