import Crypto
import Foundation

/// Keeps the facts of answers so that only who repeats the call can have them read: they may hold secrets.
///
/// The key that opens an answer follows from the client's own `Idempotency-Key`, of which the store has a digest alone.
struct AnswerSeal: Sendable {
    private let secret: SymmetricKey
    private let key: SymmetricKey
    /// What the store knows the call by.
    let digest: Data

    init(secret: SymmetricKey, idempotencyKey: String) {
        self.secret = secret
        let name = Data(idempotencyKey.utf8)
        digest = Data(HMAC<SHA256>.authenticationCode(for: Data("key\n".utf8) + name, using: secret)).prefix(16)
        key = SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Data("seal\n".utf8) + name, using: secret))
    }

    /// Bodies may hold secrets, so not even their plain hashes are kept.
    func fingerprint(_ method: String, _ path: String, _ body: Data) -> Data {
        var code = HMAC<SHA256>(key: secret)
        code.update(data: Data("\(method) \(path)\n".utf8))
        code.update(data: body)
        return Data(code.finalize())
    }

    func seal(_ facts: some Encodable) throws -> Data {
        try ChaChaPoly.seal(JSONEncoder().encode(facts), using: key).combined
    }

    func open<Facts: Decodable>(_ sealed: Data) throws -> Facts {
        let content = try ChaChaPoly.open(ChaChaPoly.SealedBox(combined: sealed), using: key)
        return try JSONDecoder().decode(Facts.self, from: content)
    }
}
