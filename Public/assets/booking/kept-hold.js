// @ts-check
/** @import {SeatRequest} from "./types.js" */
/** The hold that this tab is buying, so that back and reload find it again, and what it was for when it is over. */

const name = "marquee.hold";

/** @typedef {{id: string, showtime: string, seats: SeatRequest[], isPaying?: boolean}} KeptHold */

/** @param {KeptHold} hold */
const write = hold => sessionStorage.setItem(name, JSON.stringify(hold));

/** @param {{id: string, showtime: string, seats: SeatRequest[]}} hold */
export function keepHold({ id, showtime, seats }) {
  const before = keptHold();
  const isPaying = before?.id === id && before.isPaying;
  write({ id, showtime, seats: seats.map(({ seat, ticketType }) => ({ seat, ticketType })), isPaying });
}

/**
 * Writes down that a payment has been sent and its end is not known here: a page that is loaded anew has to ask.
 * Nothing of the card is kept.
 * @param {boolean} isPaying
 */
export function markPaying(isPaying) {
  const hold = keptHold();
  if (hold) write({ ...hold, isPaying });
}

export const forgetHold = () => sessionStorage.removeItem(name);

/** @returns {KeptHold | undefined} */
export function keptHold() {
  return JSON.parse(sessionStorage.getItem(name) ?? "null") ?? undefined;
}
