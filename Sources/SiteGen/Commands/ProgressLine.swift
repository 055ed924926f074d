import Foundation

/// A line on stderr that tells how far long work has come; on a terminal it is drawn over itself.
final class ProgressLine {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let started = ContinuousClock.now
    private var shown = ContinuousClock.now

    /// Work that is over within a second needs no line; on a terminal it is redrawn ten times a second at most.
    func show(_ what: String, _ done: Int, of total: Int) {
        let now = ContinuousClock.now
        let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(5)
        guard now - started > .seconds(1), now - shown > pause else { return }
        shown = now
        let perSecond = Int(Double(done) / ((now - started) / .seconds(1)))
        let line = "\(what): \(done) of \(total), \(perSecond) per second"
        FileHandle.standardError.write(Data((isTerminal ? "\r\u{1B}[K\(line)" : line + "\n").utf8))
    }

    func clear() {
        if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}
