// @ts-check
/** @import {Hold, SeatRequest} from "./types.js" */
/** @import {Shape} from "./shapes.js" */
import { Kept } from "./kept.js";
import { flag, id, list, record, text, whole, wholeList } from "./shapes.js";

/**
 * The holds of this browser, one for each showing: all its tabs know them, and back and reload find them again.
 *
 * @typedef {object} KeptHold
 * @property {string} id
 * @property {string} showtime
 * @property {SeatRequest[]} seats
 * @property {number} until its end on this device's own clock, however wrong that is, in milliseconds
 * @property {boolean} [isPaying] a payment was sent and its end is not known: who comes back has to ask
 *
 * A hold that was asked for and not yet answered; asked again under the same key, it is the same hold.
 * @typedef {{key: string, showtime: string, seats: SeatRequest[], until: number}} Wish
 */

/** What is over stays for a while, so that the same seats can be had again in one press. In milliseconds. */
const afterglow = 3_600_000;
/** Nothing is kept longer: an end that is further away was written under another clock. */
const longest = 24 * 3_600_000;
/** For so long an answer may still come. */
const patience = 120_000;

const seats = wholeList(record({ seat: text(300), ticketType: text(300) }), 100);
const end = (/** @type {unknown} */ value) => {
  const until = whole(value);
  return until !== undefined && Math.abs(until - Date.now()) <= longest ? until : undefined;
};

/** @type {Kept<KeptHold[]>} */
const holds = new Kept("localStorage", "marquee.holds",
  list(record({ id, showtime: text(300), seats, until: end }, { isPaying: flag }), 20));

/** @type {Kept<Wish[]>} */
const wishes = new Kept("localStorage", "marquee.wishes", list(record({ key: id, showtime: text(300), seats, until: end }), 20));

const keptHolds = () => holds.read() ?? [];
const keptWishes = () => wishes.read() ?? [];

/** @param {SeatRequest[]} seats */
const requested = seats => seats.map(({ seat, ticketType }) => ({ seat, ticketType }));

/**
 * @param {Hold} hold it takes the place of any other for its showing
 * @param {number} left milliseconds until its end
 */
export function keepHold({ id, showtime, seats }, left) {
  const before = keptHold(id);
  const until = Math.round(Date.now() + left);
  // To write the same again would call the other tabs, which would ask, and write, and call.
  if (before && Math.abs(before.until - until) < 5000) return;
  const isPaying = before?.isPaying ?? false;
  const others = keptHolds().filter(other => other.showtime !== showtime && other.until > Date.now() - afterglow);
  holds.write([{ id, showtime, seats: requested(seats), until, isPaying }, ...others]);
}

/** @param {string} id @returns {KeptHold | undefined} also one that is over */
export const keptHold = id => keptHolds().find(hold => hold.id === id);

/** @param {string} showtime @returns {KeptHold | undefined} one that should still live */
export const livingHold = showtime => keptHolds().find(hold => hold.showtime === showtime && hold.until > Date.now());

/** @returns {KeptHold | undefined} the last one kept, also if it is over */
export const lastHold = () => keptHolds()[0];

/**
 * Writes down that a payment has been sent and its end is not known here. Nothing of the card is kept.
 * @param {string} id
 * @param {boolean} isPaying
 */
export function markPaying(id, isPaying) {
  const hold = keptHold(id);
  if (hold && (hold.isPaying ?? false) !== isPaying) holds.write(keptHolds().map(other => (other.id === id ? { ...other, isPaying } : other)));
}

/** @param {string} id */
export function forgetHold(id) {
  if (keptHold(id)) write(holds, keptHolds().filter(hold => hold.id !== id));
}

/** @param {string} showtime @returns {Wish | undefined} */
export const keptWish = showtime => keptWishes().find(wish => wish.showtime === showtime && wish.until > Date.now());

/** @param {{key: string, showtime: string, seats: SeatRequest[]}} wish */
export function keepWish({ key, showtime, seats }) {
  const others = keptWishes().filter(other => other.showtime !== showtime && other.until > Date.now());
  wishes.write([{ key, showtime, seats, until: Date.now() + patience }, ...others]);
}

/** @param {string} key */
export function forgetWish(key) {
  if (keptWishes().some(wish => wish.key === key)) write(wishes, keptWishes().filter(wish => wish.key !== key));
}

/** Whether seats and tickets are the same, in whatever order. @param {SeatRequest[]} one @param {SeatRequest[]} other */
export function areSame(one, other) {
  /** @param {SeatRequest[]} seats */
  const written = seats => JSON.stringify(seats.map(({ seat, ticketType }) => [seat, ticketType]).sort());
  return written(one) === written(other);
}

/** Calls when another tab has a hold more or less. @param {() => void} listener */
export function onHoldsChange(listener) {
  holds.onChange(listener);
  wishes.onChange(listener);
}

/** @template Item @param {Kept<Item[]>} kept @param {Item[]} items */
const write = (kept, items) => (items.length > 0 ? kept.write(items) : kept.forget());
