package import Foundation

/// A call that its client may repeat: the key it chose, and a fingerprint of what it asked.
package struct RepeatableCall: Hashable, Sendable {
    package let key: String
    package let fingerprint: Data

    package init(key: String, fingerprint: Data) {
        self.key = key
        self.fingerprint = fingerprint
    }
}

/// An answer as it was sent, so that it can be sent again.
package struct StoredAnswer: Hashable, Sendable {
    package let status: Int
    package let contentType: String
    package let location: String?
    package let body: Data

    package init(status: Int, contentType: String, location: String? = nil, body: Data) {
        self.status = status
        self.contentType = contentType
        self.location = location
        self.body = body
    }
}

/// How a result is answered: a store keeps the answer in the very transaction that has the effect, so that a crash
/// loses both or none.
package struct Answering<Result>: Sendable {
    package let call: RepeatableCall
    package let render: @Sendable (Result) throws -> StoredAnswer

    package init(_ call: RepeatableCall, render: @escaping @Sendable (Result) throws -> StoredAnswer) {
        self.call = call
        self.render = render
    }
}

/// What a store remembers of a call.
package enum PastCall: Hashable, Sendable {
    case unknown
    case answered(StoredAnswer)
    /// The key was used for something else.
    case mismatch
}

/// The same call was answered while this one ran, by another process: the transaction had no effect.
package struct AnsweredMeanwhile: Error {
    package init() {}
}
