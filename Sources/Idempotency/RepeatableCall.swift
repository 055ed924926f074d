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

/// How a result is answered: a store keeps the answer in the very transaction that has the effect, so that a crash
/// loses both or none.
package struct Answering<Result>: Sendable {
    package let call: RepeatableCall
    /// The answer as it is to be kept. It holds secrets, so it is sealed by who renders it.
    package let render: @Sendable (Result) throws -> Data

    package init(_ call: RepeatableCall, render: @escaping @Sendable (Result) throws -> Data) {
        self.call = call
        self.render = render
    }
}

/// What a store remembers of a call.
package enum PastCall: Hashable, Sendable {
    case unknown
    /// What ``Answering/render`` made.
    case answered(Data)
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
