import BookingSQLite
import Foundation
import Testing

@testable import Booking

@Suite("A mailbox")
struct MailboxTests {
    @Test(
        "is one, however its address is written",
        arguments: [
            [
                "ada@example.org", "ADA@EXAMPLE.ORG", "Ada@Example.Org", "ada@example.org.", "ada@ｅxample.org",
                "ada@example。org", "ada@example｡org", "ada\u{AD}@example.org", "ada\u{200B}@example.org",
                "ada@exam\u{200B}ple.org", "\"ada\"@example.org", "ada@\u{24D4}xample.org", "ａda@example.org",
                "ada\u{2060}@example.org",
            ],
            [
                "adá@münchen.example", "ada\u{301}@münchen.example", "ADÁ@MÜNCHEN.EXAMPLE",
                "adá@xn--mnchen-3ya.example", "adá@mu\u{308}nchen.example.", "adá@XN--MNCHEN-3YA.example",
            ],
            ["ümax@exämple.de", "ÜMAX@EXÄMPLE.DE", "u\u{308}max@exämple.de", "ümax@xn--exmple-cua.de"],
            ["straße@example.org", "STRASSE@example.org", "strasse@example.org", "STRAẞE@example.org"],
            ["w@faß.example", "w@xn--fa-hia.example", "W@FAẞ.EXAMPLE", "w@fa\u{DF}.example."],
            ["w@σάμος.example", "w@xn--hxa6ajmb.example"],
            ["σίσυφος@example.org", "ΣΊΣΥΦΟΣ@example.org"],
        ])
    func one(addresses: [String]) {
        #expect(Set(addresses.map { Array(Mailbox($0).key.utf8) }).count == 1, "\(addresses.map { Mailbox($0).key })")
    }

    @Test("is another where a mail host may tell them apart, or must")
    func different() {
        let addresses = [
            "ada@example.org", "a.da@example.org", "ada+1@example.org", "ada@example.com", "äda@example.org",
        ]
        #expect(Set(addresses.map(Mailbox.init)).count == addresses.count)
    }

    @Test("is found for whatever an older store has")
    func old() {
        #expect(["", "@", "ada", "<ada@example.org>", "a@b@c", "ada@"].map { Mailbox($0).key }.count == 6)
    }

    @Test(
        "is given as one plain address",
        arguments: [
            "<ada@example.org>", "Ada <ada@example.org>", "ada@example.org;", "ada@example.org,",
            "mailto:ada@example.org",
            "\"ada\"@example.org", "ada(home)@example.org", "ada@[127.0.0.1]", "ada@example.org:25",
            "a\\da@example.org",
            "\"a\"da@example.org", "a;b@example.org",
        ])
    func refused(address: String) {
        #expect(throws: BookingError.self) { try Buyer(name: "Ada", email: address) }
    }

    @Test("may be quoted where it must be, and may be in any script", arguments: ["\"a;b\"@example.org", "アダ@例え.jp"])
    func accepted(address: String) throws {
        #expect(try Buyer(name: "Ada", email: address).email == address)
    }

    @Test("has one allowance of seats in all its spellings")
    func limit() async throws {
        let test = try TestStore(policy: BookingPolicy(seatsPerBuyer: 2))
        let hold = try await test.place("A1", "A2")
        let payment = test.newPayment()
        let purchase = try TestStore.purchase(of: hold, email: "adá@example.org")
        _ = try await test.store.startPayment(payment, for: purchase)
        _ = try await test.store.sell(payment, for: purchase, answering: nil)
        let other = try await test.place("A3")
        for address in ["ADA\u{301}@ｅxample。org.", "adá\u{200B}@Example.org"] {
            await #expect(throws: BookingError.tooManySeatsForBuyer(limit: 2)) {
                try await test.store.startPayment(
                    test.newPayment(), for: TestStore.purchase(of: other, email: address))
            }
        }
    }
}
