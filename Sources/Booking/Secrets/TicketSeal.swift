import Crypto
import Foundation

/// Keeps the names of an order's tickets under the order's own: who has that may see them, and nobody else.
package struct TicketSeal: Sendable {
    private let order: OrderID
    private let secret: SymmetricKey

    package init(of order: OrderID) {
        self.order = order
        secret = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Data(order.text.utf8)), info: Data("marquee ticket ids 1".utf8),
            outputByteCount: 32)
    }

    func seal(_ ticket: TicketID) throws -> Data {
        try ChaChaPoly.seal(Data(ticket.text.utf8), using: secret, authenticating: ticket.digest).combined
    }

    /// - Parameter place: of the ticket in its order, from 0.
    /// - Returns: `nil` if the name is not that of this ticket, or not of this order.
    package func ticket(_ name: SealedName, at place: Int) -> TicketID? {
        guard let id = name.sealed.map({ open($0, name.digest) }) ?? order.derivedTicket(place) else { return nil }
        return id.digest == name.digest ? id : nil
    }

    private func open(_ sealed: Data, _ digest: Data) -> TicketID? {
        guard let box = try? ChaChaPoly.SealedBox(combined: sealed),
            let text = try? ChaChaPoly.open(box, using: secret, authenticating: digest)
        else { return nil }
        return TicketID(String(decoding: text, as: UTF8.self))
    }
}

// Before names were random and sealed, those of an order followed from that of its hold.

extension HoldID {
    var derivedOrder: OrderID { OrderID("order of hold", self) }
}

extension OrderID {
    fileprivate func derivedTicket(_ place: Int) -> TicketID? { TicketID("ticket \(place) of order", self) }
}
