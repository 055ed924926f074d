// @ts-check
/** Where things are: the page says so in the attributes of its body, because the site may live below a path prefix. */
import { BookingAPI } from "./api.js";

const { home = "/", checkout = "/checkout/", tickets = "/tickets/", api: base = "" } = document.body.dataset;

export const api = new BookingAPI(base);

/** @param {string} showtime */
export const seatPage = showtime => `${home}showtimes/${encodeURIComponent(showtime)}/`;

// The ids of holds and orders are the right to see them: behind `#` they reach no server log and no referrer.

/** @param {string} hold */
export const checkoutPage = hold => `${checkout}#${encodeURIComponent(hold)}`;

/** @param {string} order */
export const ticketsPage = order => `${tickets}#${encodeURIComponent(order)}`;

/** The id that the address names; empty if it names none. */
export function idInFragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    // A link that was cut in the middle of an escape names nothing that booking knows.
    return location.hash.slice(1);
  }
}

export const programmePage = home;
