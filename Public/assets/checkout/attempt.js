// @ts-check
/** @import {BookingAPI} from "../booking/api.js" */
/** @import {Payment} from "../booking/types.js" */
import { newIdempotencyKey } from "../booking/api.js";
import { Unreachable } from "../booking/problem.js";

/**
 * One payment, sent as often as it takes under one key. Without an answer the attempt stays open: the same payment is
 * sent under the same key again. An answer ends it; the next one, even with the same card, is a new payment.
 */
export class Attempt {
  #request = "";
  #key = "";

  /** @param {BookingAPI} api */
  constructor(api) {
    this.api = api;
  }

  get isOpen() {
    return this.#request !== "";
  }

  /** @param {string} hold @param {Payment} payment @param {() => void} onRetry */
  async pay(hold, payment, onRetry) {
    const request = JSON.stringify([hold, payment]);
    if (this.#request !== request) {
      this.#request = request;
      this.#key = newIdempotencyKey();
    }
    try {
      const answer = await this.api.pay(hold, payment, this.#key, onRetry);
      this.#request = "";
      return answer;
    } catch (error) {
      if (!(error instanceof Unreachable)) this.#request = "";
      throw error;
    }
  }
}
