// @ts-check
/** @import {PriceList} from "../booking/price-list.js" */
/** @import {Seat} from "./room.js" */
/** @import {SeatState} from "./seat-states.js" */
import { formatted } from "../booking/money.js";
import { seatName } from "./room.js";

const kinds = { seat: "", wheelchair: "wheelchair space", companion: "companion seat" };

/** @type {Record<SeatState, string>} */
export const stateWords = {
  available: "available", sold: "sold", held: "kept for someone else", unknown: "not known whether free", closed: "not on sale",
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
  const parts = [...rows].map(([row, numbers]) => `row ${row}, ${numbers.length > 1 ? "seats" : "seat"} ${listed(numbers)}`);
  return parts.join("; ").replace(/^r/, "R");
}

/** @param {string[]} words */
export function listed(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
