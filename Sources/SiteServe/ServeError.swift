import Foundation
import NIOCore

/// Why the server cannot start, as one sentence.
package struct ServeError: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }

    /// - Parameter error: what the system says of the attempt.
    init(cannotListen host: String, _ port: Int, _ error: any Error) {
        let (reason, option) =
            switch error {
            case is SocketAddressError.UnknownHost: ("there is no such host", "--host")
            case let error as IOError:
                (
                    String(cString: strerror(error.errnoCode)),
                    [EADDRINUSE, EACCES].contains(error.errnoCode) ? "--port" : "--host"
                )
            default: ("\(error)", "--host or --port")
            }
        self.init("\(host):\(port): cannot listen there (\(reason)); choose another with \(option)")
    }
}
