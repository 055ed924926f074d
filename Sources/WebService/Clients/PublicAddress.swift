import HTTPTypes
package import Hummingbird
import WebOrigin

/// Where clients find this server, for links to it in its answers.
package struct PublicAddress: Sendable {
    /// What the cinema says; it counts more than anything else.
    let configured: WebAddress?
    let proxies: TrustedProxies

    /// - Parameter reference: an address elsewhere, or a path of this server.
    /// - Returns: an address. Where only the client itself says how this server is called it stays a path, which clients
    ///   take for one below the address that they have asked: whoever asks may write any `Host`.
    package func link(_ reference: String, in request: Request, from peer: IPAddress) -> String {
        guard reference.hasPrefix("/") else { return reference }
        return (configured?.text ?? forwarded(request, from: peer)?.text ?? "") + reference
    }

    /// Of several proxies in a row, the first that was asked stands first: it is the one that the client knows.
    private func forwarded(_ request: Request, from peer: IPAddress) -> Origin? {
        guard proxies.trust(peer) else { return nil }
        let scheme = Self.first(request.headers[values: .xForwardedProto]) ?? "http"
        guard let host = Self.first(request.headers[values: .xForwardedHost]) ?? request.head.authority else {
            return nil
        }
        return try? Origin("\(scheme)://\(host)")
    }

    private static func first(_ values: [String]) -> String? {
        values.first?.split(separator: ",", omittingEmptySubsequences: false).first.map {
            $0.trimming { $0 == " " || $0 == "\t" }
        }.flatMap { $0.isEmpty ? nil : String($0) }
    }
}

extension HTTPField.Name {
    static let xForwardedProto = HTTPField.Name("X-Forwarded-Proto")!
    static let xForwardedHost = HTTPField.Name("X-Forwarded-Host")!
}
