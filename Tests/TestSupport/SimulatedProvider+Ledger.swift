import Cinema
package import PaymentSimulator
import Payments

extension SimulatedProvider {
    /// What the network holds of everyone's money, in minor units: what it reserved, and what it took and keeps.
    package func ledger() async throws -> (authorized: Int, captured: Int) {
        let holdings = try await holdings().values
        func sum(_ kind: Holding.Kind) -> Int {
            holdings.filter { $0.kind == kind }.reduce(0) { $0 + $1.amount.amount }
        }
        return (sum(.reserved), sum(.taken))
    }
}
