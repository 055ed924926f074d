import Booking
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// `Idempotency-Key`: the same key and body are answered as the first time, and have their effect once.
///
/// The answer is kept in the transaction that has the effect (``Answering``). Refusals have none and are not kept:
/// the call may be tried again.
final class RepeatableCalls: Sendable {
    private let store: any BookingStore
    /// Bodies hold card numbers, so not even their plain hashes are kept.
    private let secret: SymmetricKey
    /// The calls that run at this moment in this process.
    private let running = Mutex<[String: Data]>([:])

    init(store: any BookingStore, secret: SymmetricKey) {
        self.store = store
        self.secret = secret
    }

    func answer(
        _ request: Request, _ body: Data, perform: (RepeatableCall?) async throws -> Answer
    ) async throws -> Response {
        guard let key = request.headers[.idempotencyKey] else { return Response(try await perform(nil)) }
        guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw Problem(.invalidRequest, "Idempotency-Key: use 1 to 255 printable ASCII characters, such as a UUID")
        }
        let call = RepeatableCall(key: key, fingerprint: fingerprint(of: request, body))
        try begin(call)
        defer { running.withLock { $0[key] = nil } }
        if let replay = try await replay(of: call) { return replay }
        do {
            return Response(try await perform(call))
        } catch is AnsweredMeanwhile {
            guard let replay = try await replay(of: call) else { throw Self.inProgress }
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

    private func replay(of call: RepeatableCall) async throws -> Response? {
        switch try await store.past(call) {
        case .unknown: return nil
        case .mismatch: throw Self.mismatch
        case .answered(let answer):
            var response = Response(answer)
            response.headers[.idempotencyReplayed] = "true"
            return response
        }
    }

    private func fingerprint(of request: Request, _ body: Data) -> Data {
        var code = HMAC<SHA256>(key: secret)
        code.update(data: Data("\(request.method.rawValue) \(request.uri.path)\n".utf8))
        code.update(data: body)
        return Data(code.finalize())
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
