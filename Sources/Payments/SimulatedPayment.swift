import Cinema
import GRDB

/// A payment as the simulated network remembers it.
enum SimulatedPayment {
    case authorized(Money)
    case captured
    case declined(Decline)
    case voided

    init(_ decision: Authorization, _ amount: Money) {
        self =
            switch decision {
            case .authorized: .authorized(amount)
            case .declined(let decline): .declined(decline)
            }
    }

    /// - Returns: `nil` if the network has never heard of it.
    static func fetch(_ payment: String, _ database: Database) throws -> SimulatedPayment? {
        let row = try Row.fetchOne(
            database, sql: "SELECT state, decline_code, amount, currency FROM simulated_payment WHERE id = ?",
            arguments: [payment])
        guard let row else { return nil }
        switch row["state"] as String {
        case "authorized":
            guard let currency = Currency(code: row["currency"]) else { return nil }
            return .authorized(Money(amount: row["amount"], currency: currency))
        case "captured": return .captured
        case "declined": return .declined(Decline(code: row["decline_code"]))
        default: return .voided
        }
    }

    static func setState(_ state: String, of payment: String, _ database: Database) throws {
        try database.execute(
            sql: "UPDATE simulated_payment SET state = ? WHERE id = ?", arguments: [state, payment])
    }

    func insert(_ payment: String, _ database: Database) throws {
        let (state, decline, amount): (String, Decline?, Money?) =
            switch self {
            case .authorized(let amount): ("authorized", nil, amount)
            case .captured: ("captured", nil, nil)
            case .declined(let decline): ("declined", decline, nil)
            case .voided: ("voided", nil, nil)
            }
        try database.execute(
            sql: """
                INSERT INTO simulated_payment (id, state, decline_code, amount, currency) VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [payment, state, decline?.code, amount?.amount, amount?.currency.code])
    }
}
