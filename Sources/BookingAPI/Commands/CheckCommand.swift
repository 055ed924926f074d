import ArgumentParser
import Booking
import BookingSQLite
import Files
import Foundation
import PaymentSimulator
import Payments

/// Holds the store's ledgers against each other.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check that money, seats and tickets agree; exits with 0 if they do, else with 1.",
        discussion: "The server may run meanwhile: what is checked is one moment of the store.")

    @OptionGroup var store: StoreOption

    func run() async throws {
        let path = try store.path
        let report = try StoreAudit(of: path).report()
        var faults = report.faults
        let bank = path + ".simulated-payments"
        if FileStamp(at: bank) != nil {
            let ledger = try await SimulatedProvider(path: bank).ledger()
            faults += report.faults(ofAuthorized: ledger.authorized, captured: ledger.captured)
        } else if report.hasMoved {
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
