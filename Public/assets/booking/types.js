// @ts-check
/**
 * What the booking API and the site's data files say, as JSDoc types. Never loaded by a page.
 *
 * @typedef {{amount: number, currency: string}} Money in minor units: 1250 is €12.50
 * @typedef {{code: string, name: string}} Named
 * @typedef {{ticketType: string, priceCategory: string, amount: number, currency: string}} Price
 *
 * @typedef {object} Showing what is on, where and when, and what it costs
 * @property {string} id
 * @property {string} startsAt RFC 3339, with the theater's offset
 * @property {string} endsAt
 * @property {string} [when] day and time in words, on the theater's clock
 * @property {string} layout href of the room's layout
 * @property {{title: string, href: string}} movie
 * @property {{name: string, href: string, address?: string, timeZone?: string}} theater
 * @property {string} auditorium
 * @property {Named[]} ticketTypes
 * @property {Named[]} priceCategories
 * @property {Price[]} prices
 *
 * @typedef {{label: string, column: number, kind: "seat" | "wheelchair" | "companion", priceCategory: string}} LayoutSeat
 * @typedef {{label: string, depth: number, seats: LayoutSeat[]}} LayoutRow
 * @typedef {{id: string, rows: LayoutRow[]}} Layout
 *
 * @typedef {{showtime: string, epoch: string, version: number, seatsPerHold?: number, sold: string[], held: string[]}} SeatStatus
 * @typedef {{version: number, sold: string[], held: string[], released: string[]}} SeatChange
 * @typedef {{seat: string, ticketType: string}} SeatRequest
 * @typedef {{id: string, showtime: string, seats: (SeatRequest & {price: Money})[], total: Money, expiresAt: string}} Hold
 * @typedef {{id: string, seat: string, ticketType: string, price?: Money, png: string, status?: "valid" | "void"}} Ticket
 *
 * @typedef {object} Order
 * @property {string} id
 * @property {OrderStatus} status
 * @property {string} [createdAt] RFC 3339
 * @property {string} showtime
 * @property {Money} total
 * @property {Ticket[]} tickets
 * @property {OrderedShowing} [showing] as it is now
 * @property {string} [keptAt] when this device asked for it last, if booking could not be asked now
 *
 * @typedef {{movie: string, theater: string, auditorium: string, startsAt: string, when: string}} Appointment
 * @typedef {Appointment & {status: "scheduled" | "moved" | "cancelled" | "withdrawn", ticketTypes: Named[], soldAs?: Appointment}} OrderedShowing
 *
 * @typedef {"paid" | "refunding" | "refunded" | "refund_failed"} OrderStatus
 * @typedef {{number: string, expMonth: number, expYear: number, cvc: string}} Card
 * @typedef {{name: string, email: string, payment: {card: Card}, returnUrl: string}} Payment
 * @typedef {{status: "requires_action", nextAction: {url: string}}} BankCheck the bank asks the buyer first (3-D Secure)
 * @typedef {{order: Order} | BankCheck | {status: "processing"}} PaymentAnswer
 * @typedef {BankCheck | {status: "processing"} | {status: "succeeded", order: Order}
 *   | {status: "declined", declineCode: string} | {status: "canceled"}} PaymentStatus
 */
export {};
