import Crypto
package import Foundation

/// The keys under which a store keeps the names of its orders, beside their digests, so that tickets can be sent once more. They
/// are kept elsewhere: the store alone opens nothing. The first one seals; all open what they have sealed.
package struct OrderKeyring: Sendable {
    private struct Key: Sendable {
        let id: Data
        let secret: SymmetricKey

        init(bytes: Data) {
            secret = SymmetricKey(data: bytes)
            id = Data(SHA256.hash(data: Data("marquee order key\n".utf8) + bytes).prefix(OrderKeyring.idSize))
        }
    }

    private static let idSize = 4
    private let keys: [Key]

    /// - Parameter keys: of 32 bytes each, at least one.
    package init(_ keys: [Data]) {
        self.keys = keys.map(Key.init)
    }

    package static func newKey() -> Data { SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) } }

    /// The public names of the keys, that of the one that seals first.
    package var ids: [String] { keys.map { $0.id.map { String(format: "%02x", $0) }.joined() } }

    /// The name of an order, for its own row alone: the id of the key, and what ChaCha20-Poly1305 makes of it.
    func seal(_ order: OrderID) throws -> Data {
        let box = try ChaChaPoly.seal(
            Data(order.text.utf8), using: keys[0].secret, authenticating: Self.purpose(of: order.digest))
        return keys[0].id + box.combined
    }

    /// - Returns: `nil` if none of the keys has sealed it, or if it is another row's.
    package func order(_ name: SealedName) -> OrderID? {
        guard let sealed = name.sealed, let key = keys.first(where: { sealed.starts(with: $0.id) }),
            let box = try? ChaChaPoly.SealedBox(combined: sealed.dropFirst(Self.idSize)),
            let text = try? ChaChaPoly.open(box, using: key.secret, authenticating: Self.purpose(of: name.digest))
        else { return nil }
        return OrderID(String(decoding: text, as: UTF8.self)).flatMap { $0.digest == name.digest ? $0 : nil }
    }

    /// The order that a hold became. Before names were random, they followed from that of the hold.
    func order(_ name: SealedName, of hold: HoldID) -> OrderID? {
        guard name.sealed == nil else { return order(name) }
        return hold.derivedOrder.digest == name.digest ? hold.derivedOrder : nil
    }

    private static func purpose(of digest: Data) -> Data { Data("marquee order id 1\n".utf8) + digest }
}

/// What a row says of its own name: who has no key learns nothing of it.
package struct SealedName: Hashable, Sendable {
    /// The ``Identifier/digest``.
    package let digest: Data
    /// `nil`: the row was written before names were sealed.
    package let sealed: Data?

    package init(digest: Data, sealed: Data?) {
        self.digest = digest
        self.sealed = sealed
    }
}

/// An order is there, and no key that is at hand opens its name.
package struct OrderNameLost: Error, Hashable, Sendable, CustomStringConvertible {
    package let number: OrderNumber

    package init(number: OrderNumber) {
        self.number = number
    }

    package var description: String {
        "the name of order \(number) was sealed with a key that is not at hand; name its file with --order-key"
    }
}
