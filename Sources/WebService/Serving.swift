package import Hummingbird
package import Logging

extension ApplicationProtocol {
    /// Serves until the process is told to stop (SIGTERM, SIGINT), and lets what has begun end in time.
    ///
    /// - Throws: ``ServerFailure``.
    package func serve(_ configuration: WebConfiguration, logger: Logger) async throws {
        let deadline = ShutdownDeadline(configuration.limits.shutdownTimeout + .seconds(2), logger: logger)
        defer { withExtendedLifetime(deadline) {} }
        do {
            try await runService()
        } catch let error as any Error & CustomStringConvertible {
            throw ServerFailure(host: configuration.host, port: configuration.port, reason: "\(error)")
        }
    }
}

/// The server could not start, or had to stop.
struct ServerFailure: Error, CustomStringConvertible {
    let host: String
    let port: Int
    let reason: String

    var description: String {
        reason.contains("EADDRINUSE") || reason.contains("Address already in use")
            ? "\(host):\(port) is in use by another program; stop it, or choose another port with --port"
            : "cannot serve on \(host):\(port): \(reason)"
    }
}
