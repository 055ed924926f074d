import ArgumentParser
import Booking
import BookingSQLite
import Checkout
import Files
import Foundation
import PaymentSimulator
import Payments

/// Holds the store's ledgers against each other.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check that money, seats and tickets agree; exits with 0 if they do, else with 1.",
        discussion:
            "The server may run meanwhile: what is checked is one moment of the store. What moves just then between store and bank is left for the next time."
    )

    @OptionGroup var store: StoreOption
    @OptionGroup var orderKey: OrderKeyOption

    func run() async throws {
        let path = try store.path
        let audit = try StoreAudit(of: path)
        let keyFile = try orderKey.keyFile()
        let report = try audit.report(keys: orderKey.orderKey != nil || keyFile.isThere ? keyFile.read() : nil)
        var faults = report.faults
        let bank = path + ".simulated-payments"
        let payments = try audit.payments()
        if FileStamp(at: bank) != nil {
            let holdings = try await SimulatedProvider(path: bank).holdings()
            faults += BankAudit(before: payments, holdings: holdings, after: try audit.payments()).faults
        } else if payments.values.contains(where: { $0.state == .captured }) {
            FileHandle.standardError.write(
                Data("\(path): the bank's books, \(bank), are not there; the money was not held against them\n".utf8))
        }
        for fault in faults {
            FileHandle.standardError.write(Data("\(path): \(fault)\n".utf8))
        }
        print(
            """
            \(path): \(report.orders) orders, \(report.tickets) valid tickets, \(report.holds) open holds, \
            \(report.unfinished) unfinished payments; \(faults.count) faults
            """)
        guard faults.isEmpty else { throw ExitCode.failure }
    }
}
