import Booking
import Checkout
import Cinema
import Payments
import Testing

@Suite("The store's money beside the bank's")
struct BankAuditTests {
    private let price = Money(amount: 1250, currency: Currency(code: "EUR")!)

    /// What the bank may hold of a payment in each state: nothing, a reservation, the money.
    private static let allowed: [PaymentState: [Holding.Kind?]] = [
        .started: [nil, .reserved], .authenticating: [nil, .reserved], .sold: [.reserved, .taken],
        .captured: [.taken], .declined: [nil], .voiding: [nil, .reserved], .voided: [nil],
        .refunding: [nil, .taken], .refunded: [nil], .refundFailed: [.taken],
    ]

    @Test("each state allows what may be between two steps, and nothing else", arguments: PaymentState.allCases)
    func states(state: PaymentState) {
        for kind in [nil, .reserved, .taken] as [Holding.Kind?] {
            let payment = ["p": RecordedPayment(state: state, amount: price)]
            let holdings = kind.map { ["p": Holding(kind: $0, amount: price)] } ?? [:]
            let faults = BankAudit(before: payment, holdings: holdings, after: payment).faults
            #expect(faults.isEmpty == Self.allowed[state]?.contains(kind), "\(state), \(kind as Any): \(faults)")
        }
    }

    @Test("another amount, another currency and money of nobody are told")
    func amounts() {
        let payment = ["p": RecordedPayment(state: .captured, amount: price)]
        for other in [
            Money(amount: 1249, currency: price.currency), Money(amount: 1250, currency: Currency(code: "USD")!),
        ] {
            let holdings = ["p": Holding(kind: .taken, amount: other)]
            #expect(BankAudit(before: payment, holdings: holdings, after: payment).faults.count == 1)
        }
        let strange = ["p": Holding(kind: .taken, amount: price), "q": Holding(kind: .reserved, amount: price)]
        let faults = BankAudit(before: payment, holdings: strange, after: payment).faults
        #expect(faults == ["payment q: the bank holds 1250 EUR, and the store knows of no such payment"])
    }

    @Test("what moves while they are read is left alone, and sums of any size are no matter")
    func moving() {
        let before = ["p": RecordedPayment(state: .started, amount: price)]
        let after = [
            "p": RecordedPayment(state: .captured, amount: price), "new": RecordedPayment(state: .sold, amount: price),
        ]
        let holdings = ["p": Holding(kind: .taken, amount: price), "new": Holding(kind: .taken, amount: price)]
        #expect(BankAudit(before: before, holdings: holdings, after: after).faults == [])
        let vast = Money(amount: .max, currency: price.currency)
        let payments = [
            "a": RecordedPayment(state: .captured, amount: vast), "b": RecordedPayment(state: .captured, amount: vast),
        ]
        let held = payments.mapValues { Holding(kind: .taken, amount: $0.amount) }
        #expect(BankAudit(before: payments, holdings: held, after: payments).faults == [])
    }
}
