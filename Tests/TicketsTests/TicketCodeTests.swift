import Files
import Foundation
import Testing
import Tickets

@Suite("The code of a ticket")
struct TicketCodeTests {
    let key = TicketKey()
    let content = TicketContent(
        ticket: "abcdefghijklmnopqrstuvwxyz", showtime: "0a1b2c3d4e5f", seat: "C5", ticketType: "adult")

    @Test("it says what was signed, to whoever has the public key")
    func roundTrip() throws {
        let code = try TicketCode.sign(content, with: key)
        let publicKey = try #require(TicketPublicKey(base64: key.publicKey.base64))
        #expect(try TicketCode.verify(code, with: [TicketKey().publicKey, publicKey]) == content)
    }

    @Test("it is written in the QR alphanumeric alphabet")
    func alphabet() throws {
        let code = try TicketCode.sign(content, with: key)
        #expect(code.hasPrefix("MRQ1:"))
        #expect(code.allSatisfy("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".contains))
    }

    @Test("changed anywhere, it is refused")
    func forged() throws {
        let code = try TicketCode.sign(content, with: key)
        for index in code.indices {
            var forged = code
            forged.replaceSubrange(index...index, with: code[index] == "A" ? "B" : "A")
            #expect(throws: TicketCodeError.self) { try TicketCode.verify(forged, with: [key.publicKey]) }
        }
    }

    @Test(
        "cut off, lengthened or made up, it is refused",
        arguments: [
            "", "MRQ1:", "MRQ1:A", "MRQ2:AAAA", "hello", "MRQ1:" + String(repeating: "A", count: 200), "MRQ1:1890",
        ])
    func nonsense(_ code: String) throws {
        #expect(throws: TicketCodeError.self) { try TicketCode.verify(code, with: [key.publicKey]) }
        let genuine = try TicketCode.sign(content, with: key)
        #expect(throws: TicketCodeError.self) { try TicketCode.verify(genuine + "A", with: [key.publicKey]) }
        #expect(throws: TicketCodeError.self) {
            try TicketCode.verify(String(genuine.dropLast()), with: [key.publicKey])
        }
    }

    @Test("of another cinema, it is refused with the key's id")
    func otherKey() throws {
        let code = try TicketCode.sign(content, with: key)
        #expect(throws: TicketCodeError.unknownKey(key.publicKey.id.text)) {
            try TicketCode.verify(code, with: [TicketKey().publicKey])
        }
    }
}

@Suite("The file with the signing keys")
final class TicketKeyFileTests {
    let path = URL.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString).ticket-key").path
    var file: TicketKeyFile { TicketKeyFile(path: path) }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    @Test("it is created once, for its owner alone, and read from then on")
    func created() throws {
        let first = try file.readOrCreate()
        #expect(try file.readOrCreate().publicKeys.map(\.id) == first.publicKeys.map(\.id))
        #expect(try permissions == 0o600)
    }

    @Test("after a rotation the new key signs, and tickets of the old ones stay good")
    func rotated() throws {
        let old = try file.readOrCreate()
        let content = TicketContent(ticket: "t", showtime: "s", seat: "C5", ticketType: "adult")
        let code = try TicketCode.sign(content, with: old.signing)
        let new = try file.rotate()
        #expect(new.publicKeys.count == 2 && new.publicKeys[1].id == old.publicKeys[0].id)
        #expect(try TicketCode.verify(code, with: try file.read().publicKeys) == content)
        let newCode = try TicketCode.sign(content, with: try file.read().signing)
        #expect(throws: TicketCodeError.unknownKey(new.publicKeys[0].id.text)) {
            try TicketCode.verify(newCode, with: old.publicKeys)
        }
        #expect(try permissions == 0o600)
    }

    @Test("a secret derived for another purpose outlives rotations")
    func derived() throws {
        let before = try file.readOrCreate().derivedSecret(for: "test")
        _ = try file.rotate()
        #expect(try file.rotate().derivedSecret(for: "test") == before)
    }

    @Test(
        "a file that holds no key is refused and left as it is",
        arguments: ["", "hello\n", "AAAA\n", Data(count: 32).base64EncodedString()])
    func foreign(content: String) throws {
        try Data(content.utf8).write(to: URL(filePath: path))
        #expect(throws: KeyFileError(path, of: TicketKeyFile.purpose, .noKey)) { try file.readOrCreate() }
        #expect(throws: KeyFileError(path, of: TicketKeyFile.purpose, .noKey)) { try file.rotate() }
        #expect(FileManager.default.contents(atPath: path) == Data(content.utf8))
    }

    @Test("a folder that does not exist is said so")
    func unwritable() {
        #expect { try TicketKeyFile(path: "/nowhere/key").readOrCreate() } throws: { "\($0)".contains("/nowhere/key") }
    }

    private var permissions: Int? {
        get throws { try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int }
    }
}
