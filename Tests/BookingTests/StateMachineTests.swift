import Booking
import Testing

@Suite("What can become of holds, orders and payments")
struct StateMachineTests {
    @Test("an open hold is completed or released, and that is final")
    func holds() {
        expectEdges([[.open, .completed], [.open, .released]], Hold.Outcome.allCases) { $0.canBecome($1) }
    }

    @Test("an order is refunded, and a refund that failed is tried again")
    func orders() {
        expectEdges(
            [
                [.paid, .refunding], [.refunding, .refunded], [.refunding, .refundFailed], [.refundFailed, .refunding],
            ], Order.Status.allCases
        ) { $0.canBecome($1) }
    }

    @Test("a payment takes only the steps that are drawn")
    func payments() {
        expectEdges(
            [
                [.started, .authenticating], [.started, .sold], [.started, .declined], [.started, .voiding],
                [.authenticating, .sold], [.authenticating, .declined], [.authenticating, .voiding],
                [.sold, .captured], [.voiding, .voided], [.captured, .refunding], [.refunding, .refunded],
                [.refunding, .refundFailed], [.refundFailed, .refunding],
            ], PaymentState.allCases
        ) { $0.canBecome($1) }
    }

    @Test("a payment that is settled with every step goes nowhere but to a refund")
    func unfinished() {
        let settled = PaymentState.allCases.filter { !$0.isUnfinished }
        #expect(settled == [.captured, .declined, .voided, .refunded, .refundFailed])
        for state in settled {
            #expect(PaymentState.allCases.filter(state.canBecome).allSatisfy { $0 == .refunding })
        }
    }

    @Test("an order follows its payment: each step of the payment is a step of the order, or none")
    func orderFollowsPayment() {
        for from in PaymentState.allCases {
            for to in PaymentState.allCases where from.canBecome(to) {
                guard let before = from.orderStatus else { continue }
                #expect(to.orderStatus == before || to.orderStatus.map(before.canBecome) == true, "\(from) to \(to)")
            }
        }
    }

    private func expectEdges<State: Hashable>(
        _ edges: Set<[State]>, _ states: [State], _ canBecome: (State, State) -> Bool
    ) {
        for from in states {
            for to in states {
                #expect(canBecome(from, to) == edges.contains([from, to]), "\(from) to \(to)")
            }
        }
    }
}
