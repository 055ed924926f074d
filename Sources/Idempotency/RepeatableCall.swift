package import Foundation

/// A call that its client may repeat: a digest of the key it chose, and a fingerprint of what it asked.
package struct RepeatableCall: Hashable, Sendable {
    package let key: Data
    package let fingerprint: Data

    package init(key: Data, fingerprint: Data) {
        self.key = key
        self.fingerprint = fingerprint
    }
}

/// How a call is answered, as far as it is known before its transaction: a store keeps the facts of the answer in the very
/// transaction that has the effect, so that a crash loses both or none. Whoever answers makes words of them afterwards, while
/// nobody has to wait.
package struct Answering<Facts>: Sendable {
    package let call: RepeatableCall
    /// The facts as they are kept. They hold secrets, so they are sealed.
    package let seal: @Sendable (Facts) throws -> Data

    package init(_ call: RepeatableCall, seal: @escaping @Sendable (Facts) throws -> Data) {
        self.call = call
        self.seal = seal
    }

    /// The same answer for a step deeper in, which knows less.
    package func map<Step>(_ facts: @escaping @Sendable (Step) -> Facts) -> Answering<Step> {
        Answering<Step>(call) { [seal] in try seal(facts($0)) }
    }
}

/// What is kept of an answer: enough to give it again.
package struct KeptAnswer: Hashable, Sendable {
    package let call: RepeatableCall
    /// What ``Answering/seal`` made.
    package let sealed: Data
    /// What only the transaction knew, such as its time. No secret.
    package let outcome: String

    package init(call: RepeatableCall, sealed: Data, outcome: String) {
        self.call = call
        self.sealed = sealed
        self.outcome = outcome
    }
}

/// What a store remembers of a call.
package enum PastCall: Hashable, Sendable {
    case unknown
    case answered(KeptAnswer)
    /// The key was used for something else.
    case mismatch
}

/// Where answers are kept beside their effects.
package protocol AnswerStore: Sendable {
    func past(_ call: RepeatableCall) async throws -> PastCall
}

/// The same call was answered while this one ran, by another process: the transaction had no effect.
package struct AnsweredMeanwhile: Error {
    package init() {}
}
