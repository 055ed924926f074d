package import Booking
import Cinema
package import Payments

/// Whether a store and the bank say the same of the money of each payment.
///
/// They cannot be read at one moment. So the store is read before and after the bank, and a payment that has moved between is
/// left alone: whoever looks again finds it settled.
package struct BankAudit {
    private let before: [String: RecordedPayment]
    private let holdings: [String: Holding]
    private let after: [String: RecordedPayment]

    /// - Parameters: each by the provider's reference.
    package init(
        before: [String: RecordedPayment], holdings: [String: Holding], after: [String: RecordedPayment]
    ) {
        self.before = before
        self.holdings = holdings
        self.after = after
    }

    /// One sentence each, in the order of the names.
    package var faults: [String] {
        Set(before.keys).union(holdings.keys).sorted().compactMap { payment in
            guard before[payment] == after[payment] else { return nil }
            return fault(of: before[payment], holdings[payment]).map { "payment \(payment): \($0)" }
        }
    }

    private func fault(of payment: RecordedPayment?, _ holding: Holding?) -> String? {
        guard let payment else {
            return holding.map { "the bank holds \(Self.words($0.amount)), and the store knows of no such payment" }
        }
        guard payment.state.allows(holding?.kind) else {
            let held =
                switch holding?.kind {
                case .taken: "has taken \(Self.words(payment.amount))"
                case .reserved: "has reserved \(Self.words(payment.amount))"
                case nil: "holds nothing"
                }
            return "the bank \(held), and the store says '\(payment.state.rawValue)'"
        }
        guard let holding, holding.amount != payment.amount else { return nil }
        return "the bank holds \(Self.words(holding.amount)), and the store says \(Self.words(payment.amount))"
    }

    private static func words(_ money: Money) -> String { "\(money.amount) \(money.currency.code)" }
}

extension PaymentState {
    /// What is between two steps may be in the one state here and in the other there.
    fileprivate func allows(_ holding: Holding.Kind?) -> Bool {
        switch self {
        case .started, .authenticating, .voiding: holding != .taken
        case .sold: holding != nil
        case .captured, .refundFailed: holding == .taken
        case .declined, .voided, .refunded: holding == nil
        case .refunding: holding != .reserved
        }
    }
}
