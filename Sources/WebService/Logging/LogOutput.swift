import Foundation
import Synchronization

/// Where lines of the log go, each as a whole.
final class LogOutput: Sendable {
    static let standardError = LogOutput { line in
        // Nobody is left to be told if it fails.
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }

    private let sink: Mutex<@Sendable (String) -> Void>

    init(_ sink: @escaping @Sendable (String) -> Void) {
        self.sink = Mutex(sink)
    }

    func write(_ line: String) {
        sink.withLock { $0(line) }
    }
}
