import Booking
import Cinema
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Tickets
import WebService

/// The tickets, and the keys that check them.
struct TicketRoutes {
    private static let defaultScale = 8

    let store: any BookingStore
    let keys: TicketKeyring

    func add(to routes: inout RouteTable) {
        routes.on(.get, "/v1/tickets/{id}.png", use: image)
        routes.on(.get, "/v1/tickets/{id}", use: show)
        routes.on(.get, "/v1/ticket-keys", use: listKeys)
    }

    static func png(_ id: TicketID) -> String { "/v1/tickets/\(id.text).png" }

    @Sendable private func show(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
        let ticket = try await store.ticket(context.ticketID)
        return Response(
            try Answer(
                status: .ok,
                json: TicketBody(
                    id: ticket.id.text, showtime: ticket.showtime, seat: ticket.seat.seat,
                    ticketType: ticket.seat.ticketType, status: ticket.status.rawValue, price: ticket.seat.price,
                    code: ticket.status == .valid ? try code(of: ticket) : nil,
                    png: Self.png(ticket.id))))
    }

    @Sendable private func image(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
        let scale = try scale(of: request)
        let ticket = try await store.ticket(context.ticketID)
        guard ticket.status == .valid else { throw Problem(.ticketVoid, "its order was refunded") }
        let png = try QRImage(try QRCode(try code(of: ticket)), scale: scale).png()
        return Response(
            // Not to be kept: a copy would still be shown when the ticket is void.
            status: .ok, headers: [.contentType: "image/png", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: png)))
    }

    @Sendable private func listKeys(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
        let body = TicketKeysBody(
            keys: keys.publicKeys.map { .init(id: $0.id.text, algorithm: "Ed25519", publicKey: $0.base64) })
        return Response(try Answer(status: .ok, json: body), cacheControl: "public, max-age=300")
    }

    private func code(of ticket: Ticket) throws -> String {
        try TicketCode.sign(
            TicketContent(
                ticket: ticket.id.text, showtime: ticket.showtime.text, seat: ticket.seat.seat.text,
                ticketType: ticket.seat.ticketType.text),
            with: keys.signing)
    }

    private func scale(of request: Request) throws -> Int {
        guard let text = request.uri.queryParameters["scale"] else { return Self.defaultScale }
        guard let scale = Int(text), QRImage.scales.contains(scale) else {
            let scales = QRImage.scales
            throw Problem(
                .invalidRequest, "scale: use a whole number from \(scales.lowerBound) to \(scales.upperBound)")
        }
        return scale
    }
}
