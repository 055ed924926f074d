// @ts-check
import { id, record, text, whole, wholeList } from "./shapes.js";

const money = record({ amount: whole, currency: text(3) });
const ticket = record({ id, seat: text(300), ticketType: text(300), png: text(2000) });
const shape = record({ id, showtime: text(300), total: money, tickets: wholeList(ticket, 100) });

/**
 * Whether an answer is an order, wherever it comes from: booking itself, or what a cache of this device has in its place.
 * @param {unknown} value
 * @returns {value is import("./types.js").Order}
 */
export const isOrder = value => shape(value) !== undefined;
