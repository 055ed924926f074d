import Foundation

/// Measures the template engine alone, beside swift-mustache with the same templates and beside a page without any.
///
/// Prints lines `NAME VALUE`; fails if the pages of two contenders differ in a byte.
@main
enum TemplatingBenchmark {
    static func main() {
        do {
            try run()
        } catch {
            FileHandle.standardError.write(Data("templating-benchmark: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run() throws {
        let pages = SamplePage.pages(200)
        let contenders = [
            try Contender.templating(pages), try Contender.swiftMustache(pages), Contender.byHand(pages),
        ]
        let bytes = try contenders.requireSamePages(count: pages.count)
        print("  a page has \(bytes / pages.count) bytes, the same from each")

        let measurement = Measurement(sampleCount: 31, sampleDuration: .milliseconds(20))
        let speeds = measurement.pagesPerSecond(of: contenders, pageCount: pages.count)
        for (contender, speed) in zip(contenders, speeds) {
            print("\(contender.name)_pages_per_second \(Int(speed))")
        }
        print("templating_ratio \((speeds[0] / speeds[1] * 100).rounded() / 100)")
    }
}
