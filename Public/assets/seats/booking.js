// @ts-check
/** @import {BookingAPI} from "../booking/api.js" */
/** @import {Hold, SeatRequest} from "../booking/types.js" */
import { askForHold } from "../booking/ask-for-hold.js";
import { areSame, forgetHold, keepHold, keptHold, keptWish, livingHold } from "../booking/kept-holds.js";
import { endsHold, Problem } from "../booking/problem.js";

/** The seats of the hold from before are being paid for, so they cannot be given up for others. */
export class BeingPaid extends Error {}

/** Turns a choice into a hold: one for a showing in all of this browser's tabs. */
export class Booking {
  /** @type {Hold | undefined} the hold that this browser has already: from this tab, from another, from before a reload */
  own;
  /** @type {Problem | undefined} why there is none any more */
  end;

  /** @param {BookingAPI} api @param {string} showtime */
  constructor(api, showtime) {
    this.api = api;
    this.showtime = showtime;
  }

  /** Seats that are this buyer's already, or that a tab of this browser is just asking for. */
  get seats() {
    return [...this.own?.seats ?? [], ...keptWish(this.showtime)?.seats ?? []].map(({ seat }) => seat);
  }

  /** Finds this browser's hold for the showing, if it still lives. What the API does not answer is as it was. */
  async restore() {
    const known = [livingHold(this.showtime)?.id, this.own?.id].filter(id => id !== undefined);
    this.end = undefined;
    for (const id of new Set(known)) {
      try {
        this.own = await this.api.keptHold(id);
        keepHold(this.own, this.api.timeLeft(this.own));
        return this.own;
      } catch (error) {
        if (!endsHold(error)) return this.own;
        this.end = error;
        forgetHold(id);
      }
    }
    return this.own = undefined;
  }

  /**
   * Asks again for what a page has asked for that was left before the answer came: the seats are held then and nobody
   * knows by which hold. Under the same key it is the same hold, and in vain if it was refused.
   * @throws {Unreachable}
   */
  async resume() {
    const wish = keptWish(this.showtime);
    try {
      if (wish) await askForHold(this.api, this.showtime, wish.seats);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }

  /**
   * Whether the seats of the hold are being paid for. Then they cannot be changed for others.
   * @returns {Promise<boolean>}
   */
  async isBeingPaid() {
    if (!this.own || !keptHold(this.own.id)?.isPaying) return false;
    try {
      const payment = await this.api.payment(this.own.id);
      return payment?.status === "processing" || payment?.status === "requires_action";
    } catch (error) {
      if (error instanceof Problem) return false;
      throw error;
    }
  }

  /** Gives the seats of the hold back. @throws {Unreachable} if nobody can be told: then they are still held */
  async release() {
    const { own } = this;
    if (!own) return;
    try {
      await this.api.release(own.id);
    } catch (error) {
      if (!endsHold(error)) throw error;
    }
    this.own = undefined;
    forgetHold(own.id);
  }

  /**
   * Holds the chosen seats; the hold from before is kept if it is for the same seats and tickets, and given up if not.
   * @param {SeatRequest[]} choice
   * @throws {BeingPaid}
   * @returns {Promise<Hold>}
   */
  async hold(choice) {
    // Another tab may be ahead by a moment, or this one by an answer that never came.
    await this.resume();
    if (this.own?.id !== livingHold(this.showtime)?.id) await this.restore();
    if (this.own && areSame(this.own.seats, choice)) return this.own;
    if (await this.isBeingPaid()) throw new BeingPaid();
    await this.release();
    return this.own = await askForHold(this.api, this.showtime, choice);
  }
}
