package import Crypto
import Foundation

/// The keys of a cinema: one signs tickets; those before it still say that the tickets which they have signed are good.
package struct TicketKeyring: Sendable {
    package let signing: TicketKey
    /// The newest first.
    private let former: [TicketKey]

    package init(signing: TicketKey, former: [TicketKey] = []) {
        self.signing = signing
        self.former = former
    }

    /// - Parameter keys: the one that signs first.
    init(_ keys: [Data]) throws {
        let keys = try keys.map(TicketKey.init(bytes:))
        self.init(signing: keys[0], former: Array(keys.dropFirst()))
    }

    /// What a door needs; the key that signs is the first.
    package var publicKeys: [TicketPublicKey] { ([signing] + former).map(\.publicKey) }

    /// A secret of its own for another purpose. It follows from the first key there ever was, so it outlives rotations.
    package func derivedSecret(for purpose: String) -> SymmetricKey {
        (former.last ?? signing).derivedSecret(for: purpose)
    }
}
