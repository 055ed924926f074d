import Crypto
import Foundation

/// The secret with which a cinema signs its tickets.
package struct TicketKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    package init() {
        key = Curve25519.Signing.PrivateKey()
    }

    /// - Returns: `nil` if `base64` is not the 32 bytes of a key, or all of them are zero: that is no secret.
    init?(base64: String) {
        guard let data = Data(base64Encoded: base64), data.contains(where: { $0 != 0 }),
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: data)
        else { return nil }
        self.key = key
    }

    var base64: String { key.rawRepresentation.base64EncodedString() }

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
