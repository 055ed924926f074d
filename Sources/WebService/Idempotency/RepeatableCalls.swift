package import Crypto
package import Foundation
import HTTPTypes
package import Hummingbird
package import Idempotency
import Synchronization

/// `Idempotency-Key`: the same key and body are answered as the first time, and have their effect once.
///
/// The facts of the answer are kept in the transaction that has the effect (``Answering``), and are put into words anew each
/// time. Refusals have no effect and are not kept: the call may be tried again.
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
    ///   - replay: makes of the facts that were kept the answer that was given.
    ///   - perform: does what is asked; what it is given, if the call may be repeated, keeps the facts of its answer.
    package func answer<Facts: Codable & Sendable>(
        _ request: Request, _ body: Data, replay: (Facts, KeptAnswer) async throws -> Answer,
        perform: (Answering<Facts>?) async throws -> Answer
    ) async throws -> Response {
        guard let key = request.headers[.idempotencyKey] else { return Response(try await perform(nil)) }
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
        if let kept = try await kept(call) { return try await replayed(kept, seal, replay) }
        do {
            return Response(try await perform(Answering(call) { [seal] in try seal.seal($0) }))
        } catch {
            // The same call may have been answered by another process meanwhile: what is refused here is what that one has got.
            if let kept = try? await kept(call) { return try await replayed(kept, seal, replay) }
            throw error is AnsweredMeanwhile ? Self.inProgress : error
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

    private func kept(_ call: RepeatableCall) async throws -> KeptAnswer? {
        switch try await store.past(call) {
        case .unknown: nil
        case .mismatch: throw Self.mismatch
        case .answered(let answer): answer
        }
    }

    private func replayed<Facts: Codable>(
        _ kept: KeptAnswer, _ seal: AnswerSeal, _ replay: (Facts, KeptAnswer) async throws -> Answer
    ) async throws -> Response {
        var response = Response(try await replay(try seal.open(kept.sealed), kept))
        response.headers[.idempotencyReplayed] = "true"
        return response
    }

    private static var mismatch: Problem {
        Problem(.idempotencyMismatch, "this Idempotency-Key was used with another body or path; use a new one")
    }

    private static var inProgress: Problem {
        .later(.idempotencyInProgress, "the first request with this key is not answered yet", retryAfter: 1)
    }
}

extension HTTPField.Name {
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
    static let idempotencyReplayed = HTTPField.Name("Idempotency-Replayed")!
}
