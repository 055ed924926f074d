package import Booking
package import PaymentSimulator
package import Payments
package import Tickets

/// All that the server is made of; tests choose other parts than the program.
package struct BookingParts: Sendable {
    package let showtimes: any ShowtimeSource
    package let store: any BookingStore
    package let payments: any PaymentProvider
    /// The bank of the simulation, if it is the one that is paid with: it asks buyers who they are on a page of its own.
    package let simulatedBank: SimulatedProvider?
    package let ticketKeys: TicketKeyring
    package let environment: BookingEnvironment
    package let words: BookingWords

    package init(
        showtimes: any ShowtimeSource, store: any BookingStore, payments: any PaymentProvider,
        simulatedBank: SimulatedProvider? = nil, ticketKeys: TicketKeyring,
        environment: BookingEnvironment = BookingEnvironment(), words: BookingWords
    ) {
        self.showtimes = showtimes
        self.store = store
        self.payments = payments
        self.simulatedBank = simulatedBank
        self.ticketKeys = ticketKeys
        self.environment = environment
        self.words = words
    }
}
