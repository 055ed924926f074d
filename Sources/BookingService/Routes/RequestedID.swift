import Booking
import WebService

extension ServiceRequestContext {
    var holdID: HoldID { get throws { try id(else: .unknownHold) } }
    var orderID: OrderID { get throws { try id(else: .unknownOrder) } }
    var ticketID: TicketID { get throws { try id(else: .unknownTicket) } }

    private func id<Named>(else unknown: BookingError) throws -> Identifier<Named> {
        guard let id = Identifier<Named>(pathID) else { throw unknown }
        return id
    }
}
