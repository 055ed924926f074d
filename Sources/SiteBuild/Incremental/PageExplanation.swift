import Catalog
import Files
import Foundation
import SitePages

/// Renders one page to see what it reads, and tells that and what became of it.
package struct PageExplanation {
    package private(set) var lines: [String] = []

    /// - Throws: ``BuildError`` if the site has no such file.
    package init(_ address: String, _ builder: SiteBuilder) throws {
        let sources = try BuildSources(builder)
        let state = BuildState.load(OutputFolder.stateFile(of: builder.output))
        let settings = builder.settings
        lines = try sources.catalog.read(at: settings.now) { reader in
            let page = try PageAddress(address, reader)
            let inputs = sources.inputs
            if let file = inputs.publicFolder.files.first(where: { $0.path == page.file }) {
                return ["\(page.file): \(file.stamp == nil ? "made from" : "a copy of") \(file.source)"]
            }
            guard let key = page.key else {
                throw BuildError("\(page.file): the site has no such file")
            }
            let days = try SiteDays(reader)
            let site = try Site(
                reader, settings, inputs.words, inputs.publicFolder.publicFiles, days,
                sources.posters.posters(of: reader.posters()), caches: SiteCaches())
            let reading = try Reading(page.file, key, sources.renderer(of: site), reader)
            // What the decision reads is not what the page reads.
            reader.trace = nil
            let file = "\(builder.output.path)/\(page.file)"
            let plan = try state.map { state in
                try BuildDecision(last: LastBuild(state), sources: sources, days: days).plan(reader)
            }
            return ["\(page.file): \(key)"] + reading.lines(key, inputs, after: settings.now, try reader.todayEnds())
                + Self.past(key, file, state) + [reading.comparison(with: file), Self.pending(key, plan)]
        }
    }

    private static func past(_ key: PageKey, _ file: String, _ state: BuildState?) -> [String] {
        var lines: [String] = []
        if let stamp = FileStamp(at: file) {
            lines.append("written:    \(Date(timeIntervalSince1970: TimeInterval(stamp.seconds)).formatted(.iso8601))")
        }
        if let record = state?.history.first(where: { $0.cause(of: key) != nil }), let cause = record.cause(of: key) {
            lines.append("rendered:   \(record.at.formatted(.iso8601)) because \(cause)")
        }
        return lines
    }

    private static func pending(_ key: PageKey, _ plan: BuildPlan?) -> String {
        guard let plan else { return "next build: renders everything, because there is no state of a build before" }
        guard let cause = plan.cause(of: key) else {
            return "next build: leaves it, because nothing that it shows was changed"
        }
        return "next build: renders it, because \(cause)"
    }

    /// What one page reads when it is rendered.
    private final class Reading: FileSink {
        private let file: String
        private let trace = RowTrace()
        private var rows: [RowTrace.Row] = []
        private var bytes: [UInt8] = []
        private var readBefore = 0
        private var isFound = false

        init(_ file: String, _ key: PageKey, _ renderer: PageRenderer, _ reader: ProgrammeReader) throws {
            self.file = file
            reader.trace = trace
            for job in try renderer.jobs(for: PageSelection(keys: [key]), reader) {
                try job.render(reader, self)
            }
            guard isFound else { throw BuildError("\(file): the site has no such file") }
        }

        /// Pages of a list are rendered one after the other, each after its rows were read.
        func write(_ bytes: [UInt8], to path: String) -> Bool {
            if path == file {
                isFound = true
                self.bytes = bytes
                rows = Array(path.contains("/page/") ? trace.rows[readBefore...] : trace.rows[...])
            }
            readBefore = trace.rows.count
            return false
        }

        func keep(_ path: String) -> Bool { false }
        func remove(_ path: String) {}
        func keepOnly(_ names: Set<String>, in folder: String, among isOfSort: (String) -> Bool) {}

        func comparison(with file: String) -> String {
            do throws(FileError) {
                return try Files.read(file) == bytes
                    ? "content:    is what would be rendered now" : "content:    is not what would be rendered now"
            } catch {
                return error.reason == .missing ? "content:    the file is missing" : "content:    \(error.sentence)"
            }
        }

        func lines(_ key: PageKey, _ inputs: SiteInputs, after now: Date, _ dayEnds: Date) -> [String] {
            let shown = 12
            var lines = RowTrace.Table.allCases.compactMap { table -> String? in
                let ids = rows.filter { $0.table == table }.map(\.id)
                guard !ids.isEmpty else { return nil }
                let rest = ids.count > shown ? " and \(ids.count - shown) more" : ""
                return "rows:       \(table.rawValue) \(ids.prefix(shown).joined(separator: ", "))\(rest)"
            }
            let templates = inputs.templates.sources(of: key.kind).sorted()
            if !templates.isEmpty {
                lines.append("templates:  \(templates.joined(separator: ", "))")
                lines.append("assets:     \(inputs.publicFolder.publicFiles.assetsHash)")
            }
            let showtimes = trace.instants.map { Date(timeIntervalSince1970: TimeInterval($0)) }
            let days = key.showsDays ? [dayEnds] : []
            if let next = (showtimes + days).filter({ $0 > now }).min() {
                let event = next == days.first ? "the day ends" : "one of its showtimes begins or ends"
                lines.append("valid until \(next.formatted(.iso8601)), when \(event)")
            }
            return lines
        }
    }
}
