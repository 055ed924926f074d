import Booking
import Crypto
import Foundation
import WebService

/// Names clients for the store, which knows no address.
struct ClientDigests: Sendable {
    private let secret: SymmetricKey

    init(secret: SymmetricKey) {
        self.secret = secret
    }

    /// - Returns: `nil` for who is not to be counted: a client without an address, or one whose address is not its own.
    func digest(of client: Client) -> ClientDigest? {
        guard client.isLimited, client.address != .none else { return nil }
        let counted = client.address.counted
        let address = withUnsafeBytes(of: (counted.high, counted.low)) { Data($0) }
        let code = HMAC<SHA256>.authenticationCode(for: address, using: secret)
        return ClientDigest(bytes: Data(code).prefix(8))
    }
}
