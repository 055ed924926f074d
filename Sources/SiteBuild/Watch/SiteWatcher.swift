package import Foundation
import SitePages

/// Builds a site again whenever something that it shows has changed.
package struct SiteWatcher: Sendable {
    package enum Event: Sendable {
        case built(BuildSummary, Duration)
        case failed(any Error)
    }

    private let builder: SiteBuilder
    private let clock: @Sendable () -> Date
    private let report: @Sendable (Event) -> Void

    package init(
        builder: SiteBuilder, clock: @escaping @Sendable () -> Date, report: @escaping @Sendable (Event) -> Void
    ) {
        self.builder = builder
        self.clock = clock
        self.report = report
    }

    /// How often the catalog is asked whether somebody has changed it.
    private static let pause = Duration.milliseconds(20)
    /// In seconds.
    private static let retry: TimeInterval = 10
    /// What can wait is rendered when nothing has happened for so many pauses: half a second.
    private static let rest = 25
    /// Folders are looked through every so many times.
    private static let folderTurn = 10

    /// Runs until its task is cancelled.
    ///
    /// - Throws: what keeps the first build from being made at all; later mistakes are reported, and may be mended.
    package func run() async throws {
        var watched = WatchedSources(builder)
        var summary = try await build(watched.sources(), isFirst: true)
        watched.noteSite()
        var validUntil = summary.validUntil
        var complaint = ""
        var (turn, lastBuild) = (0, 0)
        while true {
            do { try await Task.sleep(for: Self.pause) } catch { return }
            turn += 1
            let isDue = clock() >= validUntil
            let isResting = summary.isOwing && turn - lastBuild >= Self.rest
            guard isDue || isResting || watched.hasChanged(lookingThroughFolders: turn % Self.folderTurn == 0) else {
                continue
            }
            lastBuild = turn
            // A site that cannot be built again is asked for after a while, like all that is wrong, and not each time.
            defer { watched.noteSite() }
            do {
                summary = try await build(watched.sources(), postponing: !isResting)
                (validUntil, complaint) = (summary.validUntil, "")
            } catch let error as BuildError where error.isTemporary {
                watched.forget()
            } catch {
                // What is wrong may be mended where nobody watches: a full disk, a time zone.
                validUntil = clock() + Self.retry
                if "\(error)" != complaint { report(.failed(error)) }
                complaint = "\(error)"
            }
        }
    }

    private func build(
        _ sources: BuildSources, isFirst: Bool = false, postponing: Bool = false
    ) async throws -> BuildSummary {
        let started = ContinuousClock.now
        var builder = builder
        builder.settings.now = clock()
        builder.postpones = postponing
        let summary = try await builder.build(from: sources)
        if isFirst || !summary.causes.isEmpty { report(.built(summary, ContinuousClock.now - started)) }
        return summary
    }
}
