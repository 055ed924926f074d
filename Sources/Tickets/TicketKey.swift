import Crypto
import Foundation

/// The secret with which a cinema signs its tickets.
package struct TicketKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    package init() {
        key = Curve25519.Signing.PrivateKey()
    }

    init(bytes: Data) throws {
        key = try Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    }

    var bytes: Data { key.rawRepresentation }

    package var publicKey: TicketPublicKey { TicketPublicKey(key.publicKey) }

    func signature(for data: Data) throws -> Data {
        try key.signature(for: data)
    }

    func derivedSecret(for purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: key.rawRepresentation), info: Data(purpose.utf8),
            outputByteCount: 32)
    }
}
