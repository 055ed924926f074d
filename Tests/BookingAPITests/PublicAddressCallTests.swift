import BookingService
import HTTPTypes
import HummingbirdTesting
import Testing
import WebOrigin
import WebService

@Suite("Links of a server that knows how it is called")
struct PublicAddressCallTests {
    @Test("begin with the address of the server, path and all, also where an answer says where a thing is")
    func locations() async throws {
        let configuration = BookingConfiguration(
            web: WebConfiguration(publicURL: try WebAddress(base: "https://book.example/deep/api/")))
        try await TestParts().run(.router, configuration) { buyer in
            let hold = try await buyer.hold("A1")
            #expect(hold.headers[.location] == "https://book.example/deep/api/v1/holds/\(hold.id)")
            let paid = try await buyer.pay(hold.id)
            #expect(paid.headers[.location] == "https://book.example/deep/api/v1/orders/\(paid.orderID)")
            let page = String(decoding: try await buyer.get("/v1/orders/\(paid.orderID).html").body, as: UTF8.self)
            #expect(page.contains(#"src="../tickets/"#) && !page.contains(#"src="/"#))
        }
    }
}
