import Catalog
import Cinema
import Foundation
import TestSupport
import Testing

@testable import SiteBuild
@testable import SitePages

/// What the compiler cannot ask of a kind of page.
@Suite("The table of page kinds")
struct PageKindTests {
    @Test("knows the page of every file of a site again, and renders the file with that page")
    func everyFile() async throws {
        let sample = try SampleSite.golden()
        try await sample.build()
        let builder = try sample.builder()
        let sources = try BuildSources(builder)
        let publicPaths = Set(sources.inputs.publicFolder.files.map(\.path))
        let files = try sample.folder.contents(of: "dist").keys.filter { !publicPaths.contains($0) && $0 != ".marquee" }
        #expect(files.count > 50)
        try sources.catalog.read(at: builder.settings.now) { reader in
            let site = try Site(
                reader, builder.settings, sources.inputs.words, sources.inputs.publicFolder.publicFiles,
                SiteDays(reader), PosterFiles(), caches: SiteCaches())
            let renderer = sources.renderer(of: site)
            var rendered: [PageKey: WrittenPaths] = [:]
            for file in files.sorted() {
                guard let key = try PageAddress(file, reader).key else {
                    Issue.record("no kind of page knows \(file)")
                    continue
                }
                if rendered[key] == nil {
                    let sink = WrittenPaths()
                    for job in try renderer.jobs(for: PageSelection(keys: [key]), reader) {
                        try job.render(reader, sink)
                    }
                    rendered[key] = sink
                }
                #expect(rendered[key]?.paths.contains(file) == true, "'\(key)' does not render \(file)")
            }
        }
    }

    @Test("keeps public files away from every place that a page has")
    func rootEntries() async throws {
        let sample = try SampleSite.golden()
        try await sample.build()
        let roots = try Set(sample.folder.contents(of: "dist").keys.map { String($0.prefix { $0 != "/" }) })
        let others: Set = [".marquee", "assets", PosterFile.folder]
        #expect(roots.subtracting(others).subtracting(DefaultFile.allCases.map(\.rawValue)) == PageKinds.rootNames)
    }

    @Test("has each name once, and each template in one kind")
    func names() {
        #expect(Set(PageKinds.names).count == PageKinds.names.count)
        #expect(Set(PageKinds.templates.map(\.name)).count == PageKinds.templates.count)
    }

    @Test("calls pages as the states of earlier builds do")
    func texts() throws {
        let day = try #require(CivilDate(iso: "2026-11-21"))
        #expect(HomeKind.key(.it).description == "home")
        #expect(MovieKind.key(12).description == "movie 12")
        #expect(ShowtimeKind.key("thirdman35").description == "showtime thirdman35")
        #expect(DayKind.key(DayPart(day: day)).description == "day 2026-11-21")
        #expect(DayKind.key(DayPart(day: day, theater: 3)).description == "day 2026-11-21 of theater 3")
        #expect(SearchKind.key(.everything).description == "search")
        #expect(SearchKind.key(.showtimes).description == "the search's showtimes")
    }

    @Test("tells which pages are rendered with which others")
    func inclusion() throws {
        let day = try #require(CivilDate(iso: "2026-11-21"))
        let whole = DayKind.key(DayPart(day: day))
        let part = DayKind.key(DayPart(day: day, theater: 3))
        #expect(part.includes(whole))
        #expect(!whole.includes(part))
        #expect(!part.includes(DayKind.key(DayPart(day: day.adding(days: 1)))))
        #expect(SearchKind.key(.everything).includes(SearchKind.key(.showtimes)))
        #expect(!SearchKind.key(.showtimes).includes(SearchKind.key(.everything)))
        #expect(!MovieKind.key(1).includes(PersonKind.key(1)))
    }
}

/// Notes what is written.
private final class WrittenPaths: FileSink {
    private(set) var paths: Set<String> = []

    func write(_ bytes: [UInt8], to path: String) -> Bool { paths.insert(path).inserted }
    func keep(_ path: String) -> Bool { false }
    func remove(_ path: String) {}
    func keepOnly(_ names: Set<String>, in folder: String, among isOfSort: (String) -> Bool) {}
}
