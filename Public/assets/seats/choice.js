// @ts-check
/** @import {Money, SeatRequest} from "../booking/types.js" */
/** @import {PriceList} from "../booking/price-list.js" */
/** @import {Room, Seat} from "./room.js" */
/** @import {SeatState} from "./seat-states.js" */
import { say } from "../words.js";
import { seatName } from "./room.js";
import { stateWords } from "./seat-words.js";

/** @typedef {{seat: Seat, ticketType: string, price: Money}} ChosenSeat */

/** The seats chosen so far, each with its ticket type, in the order in which they were chosen. */
export class Choice extends EventTarget {
  /** @type {Map<string, string>} seat label to ticket type */
  #ticketTypes = new Map();

  /**
   * @param {Room} room
   * @param {PriceList} prices
   */
  constructor(room, prices) {
    super();
    this.room = room;
    this.prices = prices;
    /** How many seats one hold may have; booking says it. */
    this.most = Infinity;
  }

  /**
   * @param {number} most how many seats one hold may have
   * @returns {string[]} the seats chosen last, given back because they were too many
   */
  limit(most) {
    this.most = most;
    return this.remove(...[...this.#ticketTypes.keys()].slice(most));
  }

  get isLimited() {
    return this.most < Infinity;
  }

  get size() {
    return this.#ticketTypes.size;
  }

  get isFull() {
    return this.size >= this.most;
  }

  /** @param {string} label */
  has(label) {
    return this.#ticketTypes.has(label);
  }

  /**
   * @param {Seat} seat
   * @param {string} [ticketType] the usual one if none is named
   */
  add(seat, ticketType = this.prices.ticketTypesFor(seat.priceCategory)[0]?.code) {
    if (this.isFull || !ticketType) return;
    this.#ticketTypes.set(seat.label, ticketType);
    this.#changed();
  }

  /**
   * Takes a seat, or gives it back if it is chosen.
   * @param {Seat} seat
   * @param {SeatState} state
   * @returns {string} why it cannot be taken; nothing if it was
   */
  toggle(seat, state) {
    if (this.has(seat.label)) this.remove(seat.label);
    else if (state !== "available") return say("seats.choice.taken", { seat: seatName(seat), state: stateWords[state] });
    else if (this.isFull) return say("seats.choice.full", { count: this.most });
    else this.add(seat);
    return "";
  }

  /**
   * Other seats in place of all that were chosen, told as one change.
   * @param {{seat: Seat, ticketType?: string}[]} seats the usual ticket if none is named, or that one is not sold for the seat
   */
  replace(seats) {
    this.#ticketTypes.clear();
    for (const { seat, ticketType } of seats.slice(0, this.most)) {
      const types = this.prices.ticketTypesFor(seat.priceCategory).map(({ code }) => code);
      const type = types.find(code => code === ticketType) ?? types[0];
      if (type) this.#ticketTypes.set(seat.label, type);
    }
    this.#changed();
  }

  /** @param {string[]} labels */
  remove(...labels) {
    const removed = labels.filter(label => this.#ticketTypes.delete(label));
    if (removed.length > 0) this.#changed();
    return removed;
  }

  /** @param {string} label @param {string} ticketType */
  setTicketType(label, ticketType) {
    this.#ticketTypes.set(label, ticketType);
    this.#changed();
  }

  /** @returns {ChosenSeat[]} */
  get seats() {
    return [...this.#ticketTypes].flatMap(([label, ticketType]) => {
      const seat = this.room.seat(label);
      const price = seat && this.prices.price(ticketType, seat.priceCategory);
      return seat && price ? [{ seat, ticketType, price }] : [];
    });
  }

  /** @returns {Money | undefined} nothing while nothing is chosen */
  get total() {
    const [first, ...others] = this.seats.map(({ price }) => price);
    return first && others.reduce((sum, price) => ({ ...sum, amount: sum.amount + price.amount }), { ...first });
  }

  /** @returns {SeatRequest[]} */
  get request() {
    return this.seats.map(({ seat, ticketType }) => ({ seat: seat.label, ticketType }));
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
