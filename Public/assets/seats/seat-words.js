// @ts-check
/** @import {PriceList} from "../booking/price-list.js" */
/** @import {Seat} from "./room.js" */
/** @import {SeatState} from "./seat-states.js" */
import { formatted } from "../booking/money.js";
import { say } from "../words.js";
import { seatName } from "./room.js";

const kinds = { seat: "", wheelchair: say("seats.seat.wheelchair"), companion: say("seats.seat.companion") };

/** @type {Record<SeatState, string>} */
export const stateWords = {
  available: say("seats.seat.available"), sold: say("seats.seat.sold"), held: say("seats.seat.held"),
  unknown: say("seats.seat.unknown"), closed: say("seats.seat.closed"),
};

/** How the seats of a showing are called, for those who see the room and those who listen to it. */
export class SeatWords {
  /** @type {Map<string, string>} the same words serve all seats of one kind and price */
  #facts = new Map();

  /** @param {PriceList} prices */
  constructor(prices) {
    this.prices = prices;
  }

  /** @param {Seat} seat @param {SeatState} state */
  name(seat, state) {
    return [seatName(seat), this.facts(seat), stateWords[state]].filter(Boolean).join(", ");
  }

  /**
   * What a seat is and costs: `wheelchair space, Standard, €12.50`.
   * @param {Seat} seat
   */
  facts({ kind, priceCategory }) {
    const key = `${kind} ${priceCategory}`;
    const known = this.#facts.get(key);
    if (known !== undefined) return known;
    const category = this.prices.categoryNames.size > 1 ? this.prices.categoryNames.get(priceCategory) : "";
    const [usual] = this.prices.ticketTypesFor(priceCategory);
    const price = usual && this.prices.price(usual.code, priceCategory);
    const facts = [kinds[kind], category, price && formatted(price)].filter(Boolean).join(", ");
    this.#facts.set(key, facts);
    return facts;
  }
}

/**
 * Seats row by row: `Row F, seats 4 and 5; row G, seat 4`.
 * @param {Seat[]} seats
 */
export function inWords(seats) {
  /** @type {Map<string, string[]>} */
  const rows = new Map();
  for (const { row, number } of seats) rows.set(row, [...rows.get(row) ?? [], number]);
  const parts = [...rows].map(([row, numbers]) => say("seats.row", { count: numbers.length, row, seats: listed(numbers) }));
  const [first = "", ...rest] = parts;
  return [first.charAt(0).toLocaleUpperCase(document.documentElement.lang) + first.slice(1), ...rest].join("; ");
}

/** @param {string[]} words */
export function listed(words) {
  return words.length < 2 ? words.join("") : say("seats.and", { words: words.slice(0, -1).join(", "), last: words.at(-1) ?? "" });
}
