// @ts-check
/** @import {Choice, ChosenSeat} from "./choice.js" */
/** @import {Room, Seat} from "./room.js" */
/** @import {Notice} from "./summary.js" */
import { say } from "../words.js";
import { bestSeats } from "./best-seats.js";
import { inWords, listed } from "./seat-words.js";

/** What the buyer had chosen when someone else was faster, and what can be had instead. */
export class Loss {
  /** @type {ChosenSeat[]} as they were chosen, the lost ones among them */
  #before = [];
  /** @type {Seat[]} */
  #lost = [];

  /** @param {Room} room @param {Choice} choice @param {(seat: Seat) => boolean} isFree */
  constructor(room, choice, isFree) {
    this.room = room;
    this.choice = choice;
    this.isFree = isFree;
  }

  /**
   * Takes lost seats out of the choice. More may follow before the buyer has answered.
   * @param {Seat[]} seats
   */
  lose(seats) {
    if (this.#lost.length === 0) this.#before = this.choice.seats;
    // Removing seats is a change of the choice, upon which earlier losses would be forgotten.
    const earlier = this.#lost;
    this.choice.remove(...seats.map(({ label }) => label));
    this.#lost = [...earlier, ...seats];
  }

  forget() {
    this.#lost = [];
  }

  /** @returns {Notice | undefined} as things are now */
  get notice() {
    if (this.#lost.length === 0) return undefined;
    const lost = say("seats.loss.faster", { seats: inWords(this.#lost) });
    const sentence = this.choice.size > 0 ? `${lost} ${say("seats.loss.others")}` : lost;
    const instead = this.#instead();
    if (instead.length === 0) return { sentence };
    const isRestKept = this.choice.seats.every(({ seat }) => instead.includes(seat));
    const named = instead.filter(({ label }) => !(isRestKept && this.choice.has(label))).map(({ label }) => label);
    return { sentence, action: { text: say("seats.loss.instead", { seats: listed(named) }), run: () => this.#take(instead) } };
  }

  /** As many seats as before and as near as possible to them, at the same price if there are such. */
  #instead() {
    const seats = this.#before.map(({ seat }) => seat);
    const spaces = seats.filter(({ kind }) => kind === "wheelchair").length;
    if (spaces > 1) return [];
    const near = { column: mean(seats.map(({ column }) => column)), depth: mean(seats.map(({ depth }) => depth)) };
    const wish = { count: seats.length, wheelchair: spaces === 1, near };
    const [{ priceCategory }] = seats;
    const isOnePrice = seats.every(seat => seat.priceCategory === priceCategory);
    const alike = isOnePrice ? bestSeats(this.room, this.isFree, { ...wish, category: priceCategory }) : [];
    return (alike.length === 1 ? alike : bestSeats(this.room, this.isFree, wish)).flat();
  }

  /**
   * Seats that stay keep their tickets, the others take over those of the lost ones.
   * @param {Seat[]} seats
   */
  #take(seats) {
    const tickets = new Map(this.#before.map(({ seat, ticketType }) => [seat.label, ticketType]));
    const spare = this.#before.filter(({ seat }) => !seats.includes(seat)).map(({ ticketType }) => ticketType);
    this.choice.replace(seats.map(seat => ({ seat, ticketType: tickets.get(seat.label) ?? spare.shift() })));
  }
}

/** @param {number[]} numbers */
const mean = numbers => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
