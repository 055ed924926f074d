import Cinema
import Foundation
import HTTPTypes
import Testing
import Tickets

@Suite("Tickets")
struct TicketCallTests {
    private func ticket(_ buyer: TestBuyer) async throws -> TestAnswer {
        let paid = try await buyer.pay(try await buyer.hold("C5").id)
        let tickets = try #require(paid.order["tickets"] as? [[String: Any]])
        return try await buyer.get("/v1/tickets/\(try #require(tickets.first?["id"] as? String))")
    }

    @Test("the code of a ticket is signed with the key that the server publishes")
    func code() async throws {
        try await TestParts().run { buyer in
            let ticket = try await ticket(buyer)
            let keys = try #require(try await buyer.get("/v1/ticket-keys").json["keys"] as? [[String: String]])
            let key = try #require(TicketPublicKey(base64: keys[0]["publicKey"] ?? ""))
            #expect(keys[0]["id"] == key.id.text)
            let content = try TicketCode.verify(try #require(ticket.json["code"] as? String), with: [key])
            #expect(
                content == TicketContent(ticket: ticket.id, showtime: "show1", seat: "C5", ticketType: "adult"))
        }
    }

    @Test("a scanner reads the code from the picture", .enabled(if: Scanner.isInstalled), arguments: [2, 8])
    func picture(scale: Int) async throws {
        try await TestParts().run { buyer in
            let ticket = try await ticket(buyer)
            let image = try await buyer.get("/v1/tickets/\(ticket.id).png?scale=\(scale)")
            #expect(image.status == 200 && image.headers[.contentType] == "image/png")
            #expect(image.headers[.cacheControl] == "no-store")
            #expect(try Scanner.read(image.body) == ticket.json["code"] as? String)
        }
    }

    @Test("the scale of the picture is bounded", arguments: ["0", "33", "-1", "x", "99999999999999999999", ""])
    func scale(_ scale: String) async throws {
        try await TestParts().run { buyer in
            let ticket = try await ticket(buyer)
            let answer = try await buyer.get("/v1/tickets/\(ticket.id).png?scale=\(scale)")
            #expect(answer.status == 422 && answer.code == "invalid_request")
        }
    }
}

/// zbarimg, a QR reader that is not ours.
private enum Scanner {
    static let path = ["/usr/bin/zbarimg", "/opt/homebrew/bin/zbarimg", "/usr/local/bin/zbarimg"]
        .first(where: FileManager.default.isExecutableFile)

    static var isInstalled: Bool { path != nil }

    static func read(_ png: Data) throws -> String {
        let file = URL.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString).png")
        try png.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: try #require(path))
        process.arguments = ["--quiet", "--raw", file.path]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.trimmingCharacters(in: .newlines)
    }
}
