import Crypto
import Foundation

/// What a door needs to check tickets.
package struct TicketPublicKey: Sendable {
    /// The first bytes of the key's SHA-256: which key signed a ticket.
    package struct ID: Hashable, Sendable {
        static let length = 4
        let bytes: [UInt8]

        package var text: String { bytes.map { String(format: "%02x", $0) }.joined() }
    }

    package let id: ID
    private let key: Curve25519.Signing.PublicKey

    init(_ key: Curve25519.Signing.PublicKey) {
        self.key = key
        id = ID(bytes: Array(SHA256.hash(data: key.rawRepresentation).prefix(ID.length)))
    }

    /// - Returns: `nil` if `base64` is not the 32 bytes of a key, or of one that vouches for what nobody has signed.
    package init?(base64: String) {
        guard let data = Data(base64Encoded: base64), Ed25519Point.mayBeKey(data),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: data)
        else { return nil }
        self.init(key)
    }

    package var base64: String { key.rawRepresentation.base64EncodedString() }

    func accepts(signature: Data, for data: Data) -> Bool {
        key.isValidSignature(signature, for: data)
    }
}
