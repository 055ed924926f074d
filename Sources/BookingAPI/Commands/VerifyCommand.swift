import ArgumentParser
import Foundation
import Tickets

/// Checks a ticket as a door would, without the server.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check the code of a ticket; exits with 0 if it is genuine, else with 1.")

    @Argument(help: "What the QR code of the ticket says.")
    var code: String

    @Option(help: "A public key, as GET /v1/ticket-keys lists it; may be repeated.")
    var publicKey: [String] = []

    @OptionGroup var file: TicketKeyOption

    func run() throws {
        do {
            let ticket = try TicketCode.verify(code, with: try keys())
            let (seat, type, showtime) = (ticket.seat.visible, ticket.ticketType.visible, ticket.showtime.visible)
            print("genuine: seat \(seat), \(type), showtime \(showtime)")
        } catch let error as TicketCodeError {
            FileHandle.standardError.write(Data("not genuine: \(error)\n".utf8))
            throw ExitCode.failure
        }
    }

    private func keys() throws -> [TicketPublicKey] {
        guard publicKey.isEmpty else {
            return try publicKey.map { text in
                guard let key = TicketPublicKey(base64: text) else {
                    throw ValidationError("--public-key: '\(text.visible)' is no Ed25519 key in Base64")
                }
                return key
            }
        }
        return try file.keyFile().read().publicKeys
    }
}
