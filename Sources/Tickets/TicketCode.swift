import Crypto
import Foundation
import Text

/// The text in a ticket's QR code: what the ticket says, signed, so that a door can check it offline.
///
/// `MRQ1:` and then, in Base32: the id of the key (4 bytes), the four texts of ``TicketContent`` (each after one byte
/// with its length), and the Ed25519 signature (64 bytes) of all the bytes before it with `MRQ1:` in front.
package enum TicketCode {
    static let prefix = "MRQ1:"
    private static let signatureLength = 64

    package static func sign(_ content: TicketContent, with key: TicketKey) throws -> String {
        let payload = try key.publicKey.id.bytes + content.bytes
        let signature = try key.signature(for: Data(prefix.utf8) + payload)
        return prefix + Base32.encode(payload + Array(signature))
    }

    /// - Throws: ``TicketCodeError`` if no known key has signed exactly this code.
    package static func verify(_ code: String, with keys: [TicketPublicKey]) throws(TicketCodeError) -> TicketContent {
        guard code.hasPrefix(prefix), let bytes = Base32.decode(code.dropFirst(prefix.count)),
            bytes.count > TicketPublicKey.ID.length + signatureLength
        else { throw .noTicket }
        let payload = bytes.dropLast(signatureLength)
        let id = TicketPublicKey.ID(bytes: Array(payload.prefix(TicketPublicKey.ID.length)))
        guard let key = keys.first(where: { $0.id == id }) else { throw .unknownKey(id.text) }
        guard key.accepts(signature: Data(bytes.suffix(signatureLength)), for: Data(prefix.utf8) + payload) else {
            throw .badSignature
        }
        guard let content = TicketContent(bytes: payload.dropFirst(TicketPublicKey.ID.length)) else {
            throw .noTicket
        }
        return content
    }
}

/// Why a code is no valid ticket.
package enum TicketCodeError: Error, Hashable, CustomStringConvertible {
    case noTicket
    case unknownKey(String)
    case badSignature
    case tooLong

    package var description: String {
        switch self {
        case .noTicket: "this is not the code of a Marquee ticket"
        case .unknownKey(let id): "the ticket was signed with key \(id), which is not a key of this cinema"
        case .badSignature: "the ticket's signature is wrong: it is forged or damaged"
        case .tooLong: "a ticket cannot name a showtime, seat or ticket type of more than 255 bytes"
        }
    }
}
