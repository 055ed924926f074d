// @ts-check
/** @import {BookingAPI} from "../booking/api.js" */
/** @import {Hold, SeatRequest} from "../booking/types.js" */
/** @import {KeepBar} from "./keep-bar.js" */
import { newIdempotencyKey } from "../booking/api.js";
import { element } from "../booking/elements.js";
import { plainWords, Problem, Unreachable } from "../booking/problem.js";
import { seatPage } from "../booking/site.js";

/** A hold that is over: its seats may still be free, and one press keeps them again. */
export class EndedHold {
  #isAsking = false;

  /** @param {BookingAPI} api @param {KeepBar} bar @param {(hold: Hold) => void} onKept */
  constructor(api, bar, onKept) {
    this.api = api;
    this.bar = bar;
    this.onKept = onKept;
  }

  /** @param {{showtime: string, seats: SeatRequest[]}} hold @param {string} sentence */
  offer(hold, sentence) {
    const key = newIdempotencyKey();
    const again = element("button", { type: "button", className: "button", onclick: () => this.#keep(hold, key) }, "Keep the same seats again");
    this.bar.end(sentence, [again, chooseOthers(hold.showtime)]);
  }

  /** @param {{showtime: string, seats: SeatRequest[]}} hold @param {string} key */
  async #keep(hold, key) {
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      const seats = hold.seats.map(({ seat, ticketType }) => ({ seat, ticketType }));
      this.onKept(await this.api.hold(hold.showtime, seats, key));
    } catch (error) {
      this.#refuse(hold, error);
    } finally {
      this.#isAsking = false;
    }
  }

  /** @param {{showtime: string, seats: SeatRequest[]}} hold @param {unknown} error */
  #refuse(hold, error) {
    if (error instanceof Unreachable || error instanceof Problem && error.status >= 500) return this.offer(hold, plainWords(error));
    const gone = error instanceof Problem ? error.members.seats ?? [] : [];
    const sentence = gone.length > 0 ? `Someone else was faster: ${gone.join(", ")} ${gone.length === 1 ? "is" : "are"} gone.` : plainWords(error);
    this.bar.end(sentence, [chooseOthers(hold.showtime)]);
    this.bar.focus();
  }
}

/** @param {string} showtime */
const chooseOthers = showtime => element("a", { className: "button button-quiet", href: seatPage(showtime) }, "Choose other seats");
