import Booking

/// A provider has answered with a reference that is empty, or too long to be kept.
struct UnusableReference: Error, CustomStringConvertible {
    let description = "the reference of a payment must have 1 to \(PaymentReference.maximumLength) bytes"
}

/// Money has moved, and nobody knows any more what the provider calls the payment. `booking-api check` names it.
struct ReferenceLost: Error, CustomStringConvertible {
    let description = "the store does not know the provider's reference of a payment"
}

extension Payment {
    /// - Throws: ``ReferenceLost``; that of a payment under which money may have moved is always written down.
    func requireReference() throws -> PaymentReference {
        guard let reference else { throw ReferenceLost() }
        return reference
    }
}
