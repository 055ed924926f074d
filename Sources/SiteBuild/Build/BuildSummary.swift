package import Foundation
import SitePages

/// What a build says when it is done.
package struct BuildSummary: Sendable {
    package let counts: BuildCounts
    /// Why anything was rendered; empty if nothing was.
    package let causes: [String]
    /// What should be known of the site besides.
    package let notes: [String]
    /// When some page will be another by the clock alone.
    package let validUntil: Date
    /// Whether something was left for the next build.
    var isOwing = false

    /// ` because showtime 'x' was changed and 3 more things`
    package var reason: String {
        guard let first = causes.first else { return "" }
        return " because \(first)" + (causes.count > 1 ? " and \(Wording.count(causes.count - 1, "more thing"))" : "")
    }

    /// `12 pages, 3 written, 9 unchanged, 1 removed, 0.04 MB in 0.02 s, 31 MB of memory`
    package func sentence(after duration: Duration) -> String {
        let seconds = duration / .seconds(1)
        let parts = [
            Wording.count(counts.pages, "page"), "\(counts.files) files", "\(counts.written) written",
            "\(counts.unchanged) unchanged", "\(counts.removed) removed",
            "\(decimal(Double(counts.bytes) / 1e6, 2)) MB",
        ]
        return parts.joined(separator: ", ")
            + " in \(decimal(seconds, 2)) s, \(decimal(Double(Self.peakMemory) / 1e6, 0)) MB of memory"
    }

    private func decimal(_ number: Double, _ digits: Int) -> String {
        number.formatted(.number.precision(.fractionLength(digits)).grouping(.never).locale(Locale(identifier: "en")))
    }

    /// The most memory that this process has had, in bytes.
    private static var peakMemory: Int {
        var usage = rusage()
        #if canImport(Darwin)
            let (whom, unit) = (RUSAGE_SELF, 1)
        #else
            let (whom, unit) = (RUSAGE_SELF.rawValue, 1_024)
        #endif
        return getrusage(Int32(whom), &usage) == 0 ? usage.ru_maxrss * unit : 0
    }
}
