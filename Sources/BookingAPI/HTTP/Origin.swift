import Foundation

extension URLComponents {
    /// Scheme, host and port of an absolute http or https URL that names no user: what a browser calls its origin.
    var origin: String? {
        guard let scheme, ["http", "https"].contains(scheme), let host, !host.isEmpty, user == nil, password == nil
        else { return nil }
        return "\(scheme)://\(host)" + (port.map { ":\($0)" } ?? "")
    }
}
