package import Crypto
package import Foundation
import HTTPTypes
package import Hummingbird
package import Idempotency
import Synchronization

/// `Idempotency-Key`: the same key and body are answered as the first time, and have their effect once.
///
/// The answer is kept in the transaction that has the effect (``Answering``). Refusals have none and are not kept:
/// the call may be tried again.
package final class RepeatableCalls: Sendable {
    private let store: any AnswerStore
    private let secret: SymmetricKey
    /// The calls that run at this moment in this process, with their fingerprints.
    private let running = Mutex<[Data: Data]>([:])

    package init(store: any AnswerStore, secret: SymmetricKey) {
        self.store = store
        self.secret = secret
    }

    /// - Parameters:
    ///   - sending: makes of an answer, as it is kept, what is sent.
    ///   - perform: does what is asked; what it is given, if the call may be repeated, keeps its answer.
    package func answer(
        _ request: Request, _ body: Data, sending: (Answer) throws -> Answer = { $0 },
        perform: (KeptCall?) async throws -> Answer
    ) async throws -> Response {
        guard let key = request.headers[.idempotencyKey] else { return Response(try sending(try await perform(nil))) }
        guard request.headers[values: .idempotencyKey].count == 1 else {
            throw Problem(.invalidRequest, "Idempotency-Key: send it once")
        }
        guard (16...255).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Problem(
                .invalidRequest,
                "Idempotency-Key: use 16 to 255 visible ASCII characters that nobody can guess, such as a random UUID")
        }
        let seal = AnswerSeal(secret: secret, idempotencyKey: key)
        let call = RepeatableCall(
            key: seal.digest, fingerprint: seal.fingerprint(request.method.rawValue, request.uri.path, body))
        try begin(call)
        defer { running.withLock { $0[call.key] = nil } }
        if let replay = try await replay(of: call, seal, sending) { return replay }
        do {
            return Response(try sending(try await perform(KeptCall(call: call, seal: seal))))
        } catch is AnsweredMeanwhile {
            guard let replay = try await replay(of: call, seal, sending) else { throw Self.inProgress }
            return replay
        }
    }

    private func begin(_ call: RepeatableCall) throws {
        let other = running.withLock { running in
            let other = running[call.key]
            if other == nil { running[call.key] = call.fingerprint }
            return other
        }
        guard let other else { return }
        throw other == call.fingerprint ? Self.inProgress : Self.mismatch
    }

    private func replay(
        of call: RepeatableCall, _ seal: AnswerSeal, _ sending: (Answer) throws -> Answer
    ) async throws -> Response? {
        switch try await store.past(call) {
        case .unknown: return nil
        case .mismatch: throw Self.mismatch
        case .answered(let sealed):
            var response = Response(try sending(try seal.open(sealed)))
            response.headers[.idempotencyReplayed] = "true"
            return response
        }
    }

    private static var mismatch: Problem {
        Problem(.idempotencyMismatch, "this Idempotency-Key was used with another body or path; use a new one")
    }

    private static var inProgress: Problem {
        .later(.idempotencyInProgress, "the first request with this key is not answered yet", retryAfter: 1)
    }
}

/// A call whose answer is kept.
package struct KeptCall: Sendable {
    fileprivate let call: RepeatableCall
    fileprivate let seal: AnswerSeal

    package func answering<Result>(_ render: @escaping @Sendable (Result) throws -> Answer) -> Answering<Result> {
        Answering(call) { [seal] in try seal.seal(try render($0)) }
    }
}

extension HTTPField.Name {
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
    static let idempotencyReplayed = HTTPField.Name("Idempotency-Replayed")!
}
