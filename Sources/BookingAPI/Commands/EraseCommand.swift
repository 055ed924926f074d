import ArgumentParser
import Booking
import BookingSQLite
import Cinema
import Foundation

/// Forgets who bought.
struct EraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erase names and e-mail addresses from orders; the orders and their tickets stay.",
        discussion: "Copies that were made before, such as backups, keep them. The server may run meanwhile.")

    @OptionGroup var store: StoreOption

    @Option(help: "Of all orders made before this day (UTC), such as 2026-01-31.")
    var before: String?

    @Option(help: "Of all orders of this address, in whatever way it was written.")
    var email: String?

    func run() async throws {
        let erasure = StoreErasure(of: try store.path)
        let count: Int
        switch (before, email) {
        case (let day?, nil):
            guard let date = CivilDate(iso: day) else {
                throw ValidationError("--before: '\(day)' is no day; write it like 2026-01-31")
            }
            count = try erasure.erase(
                before: Date(timeIntervalSince1970: TimeInterval(date.daysSinceEpoch) * 86_400))
        case (nil, let email?):
            guard email.contains("@") else {
                throw ValidationError("--email: '\(email)' is no e-mail address; give one such as ada@example.org")
            }
            count = try erasure.erase(email: email)
        default: throw ValidationError("give either --before or --email")
        }
        print("erased from \(count) \(count == 1 ? "order" : "orders")")
    }
}
