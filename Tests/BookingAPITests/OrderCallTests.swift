import Foundation
import HTTPTypes
import Testing

@Suite("What was bought")
struct OrderCallTests {
    private func order(_ buyer: TestBuyer) async throws -> TestAnswer {
        try await buyer.pay(try await buyer.hold("A1", "A2").id)
    }

    @Test("an order comes as an event of the showing for a calendar")
    func calendar() async throws {
        try await TestParts().run { buyer in
            let order = try await order(buyer).orderID
            let file = try await buyer.get("/v1/orders/\(order).ics")
            let text = String(decoding: file.body, as: UTF8.self)
            #expect(file.status == 200 && file.headers[.contentType] == "text/calendar; charset=utf-8")
            for line in ["SUMMARY:Metropolis", "LOCATION:Lumière\\, 1", "DESCRIPTION:Seats A1\\, A2"] {
                #expect(text.contains(line + "\r\n"))
            }
            #expect(!text.contains(order), "calendars are shared, and the id of an order is a secret")
        }
    }

    @Test("an order comes as a page to be printed, with the code of each seat")
    func page() async throws {
        try await TestParts().run { buyer in
            let paid = try await order(buyer)
            let page = try await buyer.get("/v1/orders/\(paid.orderID).html")
            let text = String(decoding: page.body, as: UTF8.self)
            #expect(page.status == 200 && page.headers[.contentType] == "text/html; charset=utf-8")
            #expect(page.headers[.cacheControl] == "no-store")
            for ticket in paid.order["tickets"] as? [[String: Any]] ?? [] {
                // A path from the page on: the server may lie below a path of a proxy's.
                let png = (ticket["png"] as? String)?.replacing("/v1/", with: "../")
                #expect(text.contains(#"<img src="\#(png ?? "-")""#))
            }
            #expect(
                text.contains("Metropolis") && text.contains("Seat A2") && text.contains("Adult, €12.50")
                    && text.contains("€25.00"))
        }
    }

    @Test("a showing that left the catalog while it was held is sold, and its tickets still say what it was")
    func vanished() async throws {
        let parts = try TestParts()
        try await parts.run { buyer in
            let hold = try await buyer.hold("A1")
            parts.cancelShowings()
            let paid = try await buyer.pay(hold.id)
            #expect(paid.status == 201)
            let page = try await buyer.get("/v1/orders/\(paid.orderID).html")
            #expect(String(decoding: page.body, as: UTF8.self).contains("Metropolis"))
            #expect(try await buyer.get("/v1/orders/\(paid.orderID).ics").status == 200)
        }
    }

    @Test("an unknown order has neither", arguments: ["ics", "html"])
    func unknown(form: String) async throws {
        try await TestParts().run { buyer in
            let answer = try await buyer.get("/v1/orders/aaaaaaaaaaaaaaaaaaaaaaaaaa.\(form)")
            #expect(answer.status == 404 && answer.code == "unknown_order")
        }
    }
}
