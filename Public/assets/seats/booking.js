// @ts-check
/** @import {BookingAPI} from "../booking/api.js" */
/** @import {Hold} from "../booking/types.js" */
/** @import {Choice} from "./choice.js" */
import { newIdempotencyKey } from "../booking/api.js";
import { forgetHold, keepHold, keptHold } from "../booking/kept-hold.js";
import { endsHold, Unreachable } from "../booking/problem.js";
import { release } from "../booking/release.js";

/** Turns a choice into a hold: one at a time for one showing. */
export class Booking {
  /** @type {Hold | undefined} the hold this buyer has already, from before going back or reloading */
  own;
  /** Whether the seats of the hold have been paid, in this tab or another. */
  isPaid = false;
  /** The key of an attempt that got no answer, to be used again for the same choice. */
  #attempt = { request: "", key: "" };

  /** @param {BookingAPI} api @param {string} showtime */
  constructor(api, showtime) {
    this.api = api;
    this.showtime = showtime;
  }

  /** Seats that are this buyer's already. */
  get seats() {
    return this.own?.seats.map(({ seat }) => seat) ?? [];
  }

  /** Finds the hold that this tab has for the showing, if it still lives. What the API does not answer is as it was. */
  async restore() {
    const kept = keptHold();
    this.isPaid = false;
    if (kept?.showtime !== this.showtime) return this.own = undefined;
    try {
      this.own = await this.api.keptHold(kept.id);
    } catch (error) {
      if (!endsHold(error)) return this.own;
      this.own = undefined;
      this.isPaid = error.code === "hold_completed";
      forgetHold();
    }
    return this.own;
  }

  async release() {
    const { own } = this;
    this.own = undefined;
    if (own) await release(own.id);
  }

  /**
   * Holds the chosen seats; the hold from before is kept if it is for the same seats and tickets, and given up if not.
   * @param {Choice} choice
   * @returns {Promise<Hold>}
   */
  async hold(choice) {
    if (this.own && isFor(this.own, choice)) return this.own;
    await this.release();
    const request = JSON.stringify(choice.request);
    if (this.#attempt.request !== request) this.#attempt = { request, key: newIdempotencyKey() };
    try {
      this.own = await this.api.hold(this.showtime, choice.request, this.#attempt.key);
    } catch (error) {
      if (!(error instanceof Unreachable)) this.#attempt.request = "";
      throw error;
    }
    this.#attempt.request = "";
    keepHold(this.own);
    return this.own;
  }
}

/** @param {Hold} hold @param {Choice} choice */
function isFor(hold, choice) {
  /** @param {{seat: string, ticketType: string}[]} seats */
  const written = seats => seats.map(({ seat, ticketType }) => `${seat} ${ticketType}`).sort().join();
  return written(hold.seats) === written(choice.request);
}
