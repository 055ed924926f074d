import Foundation
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization
import UnixSignals

/// Serves a finished site on this machine, for people at work on it.
package struct SiteServer {
    private let output: ServedOutput
    private let host: String
    private let port: Int
    /// The path below which the site lives: empty, or `/programme`.
    private let root: String
    private let isReloading: Bool
    /// Who takes nothing of an answer for so long is let go.
    var answerTimeout = Duration.seconds(30)

    /// - Parameter root: the path below which the site lives: empty, or `/programme`.
    package init(output: ServedOutput, host: String, port: Int, root: String = "", isReloading: Bool = true) {
        self.output = output
        self.host = host
        self.port = port
        self.root = root
        self.isReloading = isReloading
    }

    /// Longer than any page takes; who has not taken an answer by then is left.
    private static let patience = Duration.seconds(1)

    /// Serves until the process is told to stop.
    ///
    /// - Throws: ``ServeError`` if there is no site, or nobody can listen there.
    package func run() async throws {
        let index = output.folder.appending(path: "index.html")
        guard FileManager.default.fileExists(atPath: index.path) else {
            throw ServeError("\(output.folder.relativePath): there is no site here; make one with 'sitegen build'")
        }
        let isListening = Mutex(false)
        let application = application { port in
            isListening.withLock { $0 = true }
            FileHandle.standardError.write(Data("The site is at \(address(port))\n".utf8))
        }
        var configuration = ServiceGroupConfiguration(
            services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: application.logger)
        configuration.maximumGracefulShutdownDuration = Self.patience
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch  where !isListening.withLock(\.self) {
            throw ServeError(cannotListen: host, port, error)
        } catch is CancellationError {
            // Somebody's patience was longer.
        }
    }

    /// - Parameter whenListening: called with the port, once people can connect.
    func application(whenListening: @escaping @Sendable (Int) -> Void = { _ in }) -> Application<SiteResponder> {
        var logger = Logger(label: "sitegen")
        logger.logLevel = .notice
        let responder = SiteResponder(
            folder: SiteFolder(path: output.folder.path), root: root,
            liveReload: isReloading ? LiveReload(output: output, root: root) : nil)
        return Application(
            responder: responder, configuration: .init(address: .hostname(host, port: port)),
            onServerRunning: { channel in
                limitAnswers(on: channel)
                whenListening(channel.localAddress?.port ?? port)
            }, logger: logger)
    }

    /// Connections have from the socket that accepts them how long the system waits for one that takes nothing.
    private func limitAnswers(on channel: any Channel) {
        #if os(Linux)
            let milliseconds = SocketOptionValue(answerTimeout / .milliseconds(1))
            channel.setOption(.tcpOption(.init(rawValue: CInt(TCP_USER_TIMEOUT))), value: milliseconds)
                .whenFailure { _ in }
        #endif
    }

    /// Links and the booking API know the site by the name that people type.
    private func address(_ port: Int) -> String {
        let name = host == "127.0.0.1" ? "localhost" : host.contains(":") ? "[\(host)]" : host
        return "http://\(name):\(port)\(root)/"
    }
}
