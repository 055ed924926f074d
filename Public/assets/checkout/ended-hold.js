// @ts-check
/** @import {BookingAPI} from "../booking/api.js" */
/** @import {Hold, SeatRequest} from "../booking/types.js" */
/** @import {KeepBar} from "./keep-bar.js" */
import { askForHold } from "../booking/ask-for-hold.js";
import { element } from "../booking/elements.js";
import { livingHold } from "../booking/kept-holds.js";
import { plainWords, Problem, Unreachable } from "../booking/problem.js";
import { checkoutPage, seatPage } from "../booking/site.js";
import { say } from "../words.js";

/** @typedef {{id: string, showtime: string, seats: SeatRequest[]}} Lost */

/** A hold that is over: its seats may still be free, and one press keeps them again. */
export class EndedHold {
  #isAsking = false;

  /** @param {BookingAPI} api @param {KeepBar} bar @param {(hold: Hold) => void} onKept */
  constructor(api, bar, onKept) {
    this.api = api;
    this.bar = bar;
    this.onKept = onKept;
  }

  /** @param {Lost} hold @param {string} sentence */
  offer(hold, sentence) {
    const other = livingHold(hold.showtime);
    if (other && other.id !== hold.id) return this.#lead(other.id, hold);
    const again = element("button", { type: "button", className: "button", onclick: () => this.#keep(hold) }, say("checkout.ended.again"));
    this.bar.end(sentence, [again, chooseOthers(hold.showtime)]);
  }

  /** @param {Lost} hold */
  async #keep(hold) {
    if (this.#isAsking) return;
    // Another tab may have kept them again, or others instead.
    const other = livingHold(hold.showtime);
    if (other && other.id !== hold.id) return this.#lead(other.id, hold);
    this.#isAsking = true;
    try {
      const seats = hold.seats.map(({ seat, ticketType }) => ({ seat, ticketType }));
      this.onKept(await askForHold(this.api, hold.showtime, seats));
    } catch (error) {
      this.#refuse(hold, error);
    } finally {
      this.#isAsking = false;
    }
  }

  /**
   * To the hold that this browser has by now instead.
   * @param {string} other @param {Lost} hold
   */
  #lead(other, hold) {
    const forward = element("a", { className: "button", href: checkoutPage(other) }, say("seats.hold.toPayment"));
    this.bar.end(say("checkout.ended.otherTab"), [forward, chooseOthers(hold.showtime)]);
  }

  /** @param {Lost} hold @param {unknown} error */
  #refuse(hold, error) {
    if (error instanceof Unreachable || error instanceof Problem && error.status >= 500) return this.offer(hold, plainWords(error));
    const gone = error instanceof Problem ? error.members.seats ?? [] : [];
    const sentence = gone.length > 0 ? say("checkout.ended.gone", { count: gone.length, seats: gone.join(", ") }) : plainWords(error);
    this.bar.end(sentence, [chooseOthers(hold.showtime)]);
    this.bar.focus();
  }
}

/** @param {string} showtime */
const chooseOthers = showtime => element("a", { className: "button button-quiet", href: seatPage(showtime) }, say("checkout.ended.otherSeats"));
