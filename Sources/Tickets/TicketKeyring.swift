package import Crypto

/// The keys of a cinema: one signs tickets; those before it still say that the tickets which they have signed are good.
package struct TicketKeyring: Sendable {
    package let signing: TicketKey
    /// The newest first.
    private let former: [TicketKey]

    package init(signing: TicketKey, former: [TicketKey] = []) {
        self.signing = signing
        self.former = former
    }

    /// What a door needs; the key that signs is the first.
    package var publicKeys: [TicketPublicKey] { ([signing] + former).map(\.publicKey) }

    /// The same with a new key that signs.
    func rotated() -> TicketKeyring {
        TicketKeyring(signing: TicketKey(), former: [signing] + former)
    }

    /// A secret of its own for another purpose. It follows from the first key there ever was, so it outlives rotations.
    package func derivedSecret(for purpose: String) -> SymmetricKey {
        (former.last ?? signing).derivedSecret(for: purpose)
    }

    var text: String { ([signing] + former).map { $0.base64 + "\n" }.joined() }
}
