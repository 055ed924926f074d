// @ts-check
/** @import {SeatChange, SeatStatus} from "../booking/types.js" */

/**
 * `unknown` until the booking API has spoken; `closed` if no ticket is sold for such a seat.
 * @typedef {"available" | "sold" | "held" | "unknown" | "closed"} SeatState
 */

/** What is known of the seats of one showing, seen by one buyer: the seats of the buyer's own hold are free to them. */
export class SeatStates {
  /** @type {Map<string, SeatState>} */
  #taken = new Map();
  /** @type {Set<string>} */
  #own = new Set();
  /** @type {Set<string>} */
  #closed;
  isKnown = false;

  /** @param {Iterable<string>} [closed] seats for which no ticket is sold */
  constructor(closed = []) {
    this.#closed = new Set(closed);
  }

  /** @param {SeatStatus} status */
  take({ sold, held }) {
    this.#taken = new Map();
    for (const seat of held) this.#taken.set(seat, "held");
    for (const seat of sold) this.#taken.set(seat, "sold");
    this.isKnown = true;
  }

  /** @param {SeatChange} change */
  change({ sold, held, released }) {
    for (const seat of released) this.#taken.delete(seat);
    for (const seat of held) this.#taken.set(seat, "held");
    for (const seat of sold) this.#taken.set(seat, "sold");
  }

  /** Whether a seat of the buyer's own hold is not kept for anyone, so that the hold must have ended. */
  get isOwnHoldOver() {
    return this.isKnown && [...this.#own].some(seat => this.#taken.get(seat) !== "held");
  }

  /**
   * Seats that a refused hold has named: somebody else was faster than our last look.
   * @param {string[]} seats
   */
  lose(seats) {
    for (const seat of seats) if (this.of(seat) === "available") this.#taken.set(seat, "held");
  }

  /** @param {Iterable<string>} seats */
  own(seats) {
    this.#own = new Set(seats);
  }

  /**
   * @param {string} seat
   * @returns {SeatState}
   */
  of(seat) {
    if (this.#closed.has(seat)) return "closed";
    if (!this.isKnown) return "unknown";
    return this.#own.has(seat) ? "available" : this.#taken.get(seat) ?? "available";
  }
}
