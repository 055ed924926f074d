import SitePages

/// A site that is not what a build would write.
package struct VerificationError: Error, CustomStringConvertible {
    private let output: String
    private let faults: [SiteFault]

    private static let shown = 20

    package init(output: String, faults: [SiteFault]) {
        self.output = output
        self.faults = faults
    }

    package var description: String {
        let lines = faults.prefix(Self.shown).map { "\(output)/\($0.path): \($0.fault)" }
        let rest = faults.count > Self.shown ? ["… and \(faults.count - Self.shown) more"] : []
        return (lines + rest).joined(separator: "\n")
            + "\n\(output): \(Wording.count(faults.count, "file")) not as a build writes them; 'sitegen build --full' mends this"
    }
}
