package import Cinema

/// A bank's question to a buyer, as the page that asks it needs it.
package struct Challenge: Hashable, Sendable {
    package enum Answer: String, Sendable, CaseIterable {
        case complete
        case fail
        /// The buyer goes back without an answer; the question stays.
        case cancel
    }

    package let amount: Money?
    /// Where the buyer came from.
    package let returnURL: String?
    /// It still waits for an answer.
    package let isOpen: Bool
}

extension SimulatedProvider {
    /// - Returns: `nil` if the bank has not asked anything about such a payment.
    package func challenge(_ reference: String, answer: Challenge.Answer? = nil) async throws -> Challenge? {
        try await change(reference) { payment, _ in
            switch answer {
            case .complete: payment?.pass()
            case .fail: payment?.failChallenge()
            case .cancel, nil: break
            }
            return payment.map {
                Challenge(amount: $0.amount, returnURL: $0.returnURL, isOpen: $0.state == .challenged)
            }
        }
    }
}
