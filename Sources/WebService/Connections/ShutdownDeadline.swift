import Foundation
import Logging

/// Ends the process within a time after it was told to stop, whatever still keeps it, such as a store that another program
/// has locked. What was answered is durable, and what was not is settled at the next start.
///
/// Signals are heard outside of Swift's tasks: all of their threads may be waiting for just that.
final class ShutdownDeadline {
    private let sources: [any DispatchSourceSignal]

    init(_ bound: Duration, after signals: [Int32] = [SIGTERM, SIGINT], logger: Logger) {
        sources = signals.map { signal in
            let source = DispatchSource.makeSignalSource(signal: signal, queue: .global(qos: .userInitiated))
            source.setEventHandler {
                DispatchQueue.global(qos: .userInitiated).asyncAfter(deadline: .now() + bound / .seconds(1)) {
                    logger.warning(
                        "the process ends with requests that are not finished", metadata: ["after": "\(bound)"])
                    exit(EXIT_SUCCESS)
                }
            }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }
}
